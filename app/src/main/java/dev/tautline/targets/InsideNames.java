package dev.tautline.targets;

import dev.tautline.link.Client;
import dev.tautline.link.Link;
import dev.tautline.link.PublishedName;
import dev.tautline.link.Workload;
import dev.tautline.probe.Resolver;
import dev.tautline.settings.HostPort;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Names that hold only inside a cluster or a Compose project. From inside they resolve and are as good as any; from
/// outside, an address that a stranger's resolver gives for such a name would be somebody else's.
final class InsideNames {
    private final Link link;
    private final Resolver resolver;
    private final Duration patience;

    /// @param patience how long a look-up may take before the name counts as unknown here
    InsideNames(Link link, Resolver resolver, Duration patience) {
        this.link = link;
        this.resolver = resolver;
        this.patience = patience;
    }

    /// Why an address of a client's cannot be tried from here; empty when it can.
    Optional<String> obstacle(Client client, HostPort address) {
        if (address.isLoopback() && client.workload().isPresent()) {
            return client.workload()
                    .map(workload -> "'" + address.host() + "' is inside the container of " + workload.label()
                            + "; from there, probe its URL itself");
        }
        return published(client, address.host())
                .filter(_ -> !resolves(address.host()))
                .map(name -> "'" + address.host() + "' is the name " + name.name() + " of " + name.origin()
                        + ", which holds inside only; probe from there");
    }

    /// Several projects may have the same name; that of the client's own is meant.
    private Optional<PublishedName> published(Client client, String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        var unit = client.workload().map(Workload::unit);
        return link.platform().names().stream()
                .filter(name -> name.aliases().contains(lower))
                .min(Comparator.comparing(name -> !unit.equals(Optional.of(name.unit()))));
    }

    /// On a thread of its own: the system's resolver cannot be interrupted and may take 5 s per dead name server.
    private boolean resolves(String host) {
        var lookup = new FutureTask<>(() -> resolver.resolve(host).length > 0);
        Thread.ofPlatform().daemon().name("resolve-" + host).start(lookup);
        try {
            return lookup.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException unknown) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
