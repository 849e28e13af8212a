package dev.tautline.check;

import dev.tautline.finding.Finding;
import dev.tautline.finding.Severity;
import dev.tautline.link.Client;
import dev.tautline.link.Hop;
import dev.tautline.link.Profile;
import dev.tautline.link.Route;
import dev.tautline.link.Stage;
import dev.tautline.link.Workload;
import dev.tautline.settings.HostPort;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Under which profile and at which stage something was judged, and how much of the harm reaches there.
public record Circumstances(Profile profile, Stage stage, Share share) {
    /// How much of a severity is left.
    public enum Share {
        ALL,
        LESS,
        LITTLE,
        NONE
    }

    public static Circumstances of(Client client, Reach reach) {
        return new Circumstances(client.profile(), client.stage(), share(client, reach));
    }

    /// A hop that only its port tells may well not be on the way. What a client that is run by hand finds on its
    /// own machine concerns the person who runs it.
    static Circumstances of(Route route) {
        var client = route.client();
        var isByHand = client.workload().isEmpty() && route.address().isLoopback() && route.isCertain();
        var share = isByHand ? Share.LITTLE : isGuess(route) ? Share.LESS : Share.ALL;
        return new Circumstances(client.profile(), client.stage(), share);
    }

    static boolean isGuess(Route route) {
        return route.certainty() == Route.Certainty.PORT;
    }

    /// A finding about a route, which says what it rests on where that is a guess.
    static Finding told(Finding finding, Route route) {
        var hops = route.hops().stream().map(Hop::label).collect(Collectors.joining(" and "));
        return isGuess(route)
                ? finding.withConsequence("If the way to " + route.address() + " is through " + hops
                        + ", which nothing but the port tells: " + finding.consequence())
                : finding;
    }

    public static Circumstances at(Stage stage) {
        return new Circumstances(Profile.PLAIN, stage, Share.ALL);
    }

    /// A defect where no customer is served is hygiene, whatever it would be elsewhere; on a developer's
    /// machine it costs time, at most.
    Severity weigh(Severity severity) {
        var shared = switch (share) {
            case ALL -> severity;
            case LESS -> oneLess(severity);
            case LITTLE, NONE -> Severity.LOW;
        };
        return switch (stage) {
            case DEVELOPMENT -> Severity.LOW;
            case LOCAL -> shared.compareTo(Severity.MEDIUM) < 0 ? Severity.MEDIUM : shared;
            case PRODUCTION, UNKNOWN -> shared;
        };
    }

    /// Whether a defect is worth a line: what is only hygiene where customers are is nothing where they are not.
    boolean isTold(Severity severity) {
        return share != Share.NONE && (stage != Stage.DEVELOPMENT || severity != Severity.LOW);
    }

    private static Share share(Client client, Reach reach) {
        return switch (reach) {
            case ANYWHERE -> Share.ALL;
            // What runs the client may put a proxy or a tunnel on the same machine.
            case NETWORK -> isOwnMachine(client) && client.workload().isEmpty() ? Share.NONE : Share.ALL;
            case PRODUCTION -> {
                if (isProduction(client)) {
                    yield Share.ALL;
                }
                yield isOwnMachine(client) ? Share.LITTLE : Share.LESS;
            }
        };
    }

    /// Whether a name says so. The stage alone does not: any profile that is not a developer's counts as
    /// production there.
    private static boolean isProduction(Client client) {
        var isPlain = client.profile().names().isEmpty();
        return client.profile().isProduction()
                || (isPlain && client.stage() == Stage.PRODUCTION)
                || client.workload().map(Workload::stage).equals(Optional.of(Stage.PRODUCTION));
    }

    private static boolean isOwnMachine(Client client) {
        return client.url()
                .filter(url -> !url.hosts().isEmpty())
                .map(url -> url.hosts().stream().allMatch(HostPort::isLoopback))
                .orElse(false);
    }

    private static Severity oneLess(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Severity.HIGH;
            case HIGH -> Severity.MEDIUM;
            case MEDIUM, LOW -> Severity.LOW;
        };
    }

    /// The finding as it is told when it holds under each of these: as bad as in the worst of them, with the
    /// profiles that it needs.
    public static Finding told(Finding finding, Set<Circumstances> circumstances) {
        var weighed = finding.withSeverity(circumstances.stream()
                .map(one -> one.weigh(finding.severity()))
                .min(Severity::compareTo)
                .orElse(finding.severity()));
        var profiles = circumstances.stream().map(Circumstances::profile).toList();
        return profiles.contains(Profile.PLAIN)
                ? weighed
                : weighed.withSubject(finding.subject() + ", "
                        + String.join(
                                " and ",
                                profiles.stream()
                                        .map(Profile::toString)
                                        .distinct()
                                        .toList()));
    }
}
