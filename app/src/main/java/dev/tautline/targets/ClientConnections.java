package dev.tautline.targets;

import dev.tautline.link.Client;
import dev.tautline.link.Link;
import dev.tautline.link.Profile;
import dev.tautline.link.Route;
import dev.tautline.link.Routes;
import dev.tautline.probe.Resolver;
import dev.tautline.probe.StepTimeouts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The connections that the clients of a link would open: each with its own URL, driver properties and TLS files, and
/// past the poolers on the way as well, where the link knows what is behind them. Clients that would open the same
/// connection are one.
public final class ClientConnections {
    private final ClientConnection.Factory connections;
    private final List<FoundTarget> targets = new ArrayList<>();
    private final List<NotProbed> rest = new ArrayList<>();
    private final List<Bypass> bypasses = new ArrayList<>();
    private final Set<Object> known = new HashSet<>();

    private ClientConnections(ClientConnection.Factory connections) {
        this.connections = connections;
    }

    /// @param given what somebody said beside the files, which comes before them
    public static FoundConnections of(Link link, Given given, Surroundings around, Consumer<String> warnings) {
        var factory = new ClientConnection.Factory(
                new InsideNames(link, Resolver.system(), StepTimeouts.DEFAULT), given, around, warnings);
        var found = new ClientConnections(factory);
        link.clients().forEach(found::add);
        Routes.of(link).forEach(found::addPastPooler);
        return new FoundConnections(found.targets, found.rest, found.bypasses);
    }

    private void add(Client client) {
        add(connections.of(name(client), client));
    }

    /// Only where every part of the way is named: a way that is merely likely proves nothing.
    private void addPastPooler(Route route) {
        if (!route.isCertain()) {
            return;
        }
        route.pooler()
                .ifPresent(pooler -> PastPooler.of(route, pooler)
                        .forEach(past -> addPastPooler(
                                route.client(),
                                connections.of(name(route.client()) + " past " + pooler.name(), past))));
    }

    private void addPastPooler(Client client, ClientConnection.Outcome past) {
        add(past);
        if (past instanceof ClientConnection.Ready ready
                && connections.of(name(client), client) instanceof ClientConnection.Ready through) {
            bypasses.add(new Bypass(
                    through.found().target().hosts(), ready.found().target().hosts()));
        }
    }

    private void add(ClientConnection.Outcome outcome) {
        switch (outcome) {
            case ClientConnection.Ready ready -> {
                if (known.add(ready.found().target().hosts())) {
                    targets.add(ready.found());
                }
            }
            case ClientConnection.Left left -> {
                if (known.add(left.notProbed())) {
                    rest.add(left.notProbed());
                }
            }
        }
    }

    private static String name(Client client) {
        var profile = client.profile();
        return client.label() + (profile.equals(Profile.PLAIN) ? "" : ", " + profile);
    }
}
