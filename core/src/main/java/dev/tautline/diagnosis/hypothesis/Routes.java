package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.PathFailure;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.probe.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What several hypotheses ask of routes.
final class Routes {
    /// Where the whole ladder was climbed so short a time ago, the server was: it is not the wrong place.
    private static final Duration MINUTES_AGO = Duration.ofMinutes(5);
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);
    private static final Set<FailureKind> WITHOUT_A_WORD =
            EnumSet.of(FailureKind.RESET_AFTER_ACCEPT, FailureKind.CLOSED_AFTER_ACCEPT);

    private static final Duration NAME_PATIENCE = Duration.ofSeconds(5);

    /// A route is climbed each second, and looked at each second.
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private static final Duration ALLOWANCE = Duration.ofMillis(400);

    private Routes() {}

    static List<RouteView> failing(Scene scene) {
        return scene.routes().stream()
                .filter(route -> route.failure().isPresent())
                .toList();
    }

    /// Those on which who suffers depends; all where nobody knows which.
    static List<RouteView> concerned(Scene scene, Symptoms symptoms) {
        var hosts = scene.instances().stream()
                .filter(instance -> symptoms.on(instance.name()))
                .flatMap(instance -> instance.pools().stream())
                .flatMap(pool -> pool.hosts().stream())
                .collect(Collectors.toSet());
        var concerned = scene.routes().stream()
                .filter(route ->
                        hosts.contains(route.host()) || hosts.contains(route.target()) || symptoms.on(route.target()))
                .toList();
        return hosts.isEmpty() || concerned.isEmpty() ? scene.routes() : concerned;
    }

    /// The name has come to stand for another address while it was watched.
    static boolean moved(RouteView route, Scene scene) {
        return scene.changes(Change.Kind.ADDRESS, route.host()).findAny().isPresent();
    }

    /// For people: which step fails, in whose words.
    static String describe(RouteView route) {
        return route.failure()
                .map(failed -> "a new connection to " + route.host() + " fails at step "
                        + failed.step().name().toLowerCase(Locale.ROOT) + ": "
                        + failed.failure().words())
                .orElse("a new connection to " + route.host() + " reaches the top of the ladder");
    }

    /// The climb that should have ended since the latest one has not.
    static boolean late(RouteView route, Scene scene) {
        var latest = route.latest();
        return latest != null
                && Duration.between(latest.at(), scene.at())
                                .compareTo(PERIOD.plus(latest.total()).plus(ALLOWANCE))
                        > 0;
    }

    /// The latest climb was refused. Who is refused knows it at once, so one that lasts since got further.
    static Optional<String> noLongerRefused(RouteView route, Scene scene) {
        return route.fails(Set.of(FailureKind.CONNECTION_REFUSED)) && late(route, scene)
                ? Optional.of("a new connection to " + route.host() + " is no longer refused at once")
                : Optional.empty();
    }

    /// The latest climb began then or later.
    static boolean begunAfter(Instant then, RouteView route) {
        var latest = route.latest();
        return latest != null && latest.at().isAfter(then);
    }

    /// Where a name was not answered, whether that was waited for: the resolver's own patience with one name server is
    /// 5 s (resolv.conf(5)), and who answers late is not dead.
    static boolean waitedForName(RouteView route) {
        return route.failure()
                .filter(failed -> failed.failure().kind() == FailureKind.RESOLVER_SILENT)
                .map(failed -> failed.took().compareTo(NAME_PATIENCE) >= 0)
                .orElse(true);
    }

    /// Empty once it has failed for longer than a server takes that ends: by then that one listens no more, or starts
    /// again.
    static Optional<String> onlyJustFailing(RouteView route, Scene scene) {
        return Optional.ofNullable(route.details().failingSince())
                .map(since -> Duration.between(since, scene.at()))
                .filter(ago -> ago.compareTo(LAST_WORDS) < 0)
                .map(ago -> describe(route)
                        + ", for %.1f s only: so does a server that ends".formatted(ago.toMillis() / 1e3));
    }

    /// A server that dies under its clients closes them without a word, as does what stands before none: only what
    /// comes after tells them apart.
    static Optional<String> mayBeLastWords(PathFailure failure, Scene scene) {
        return WITHOUT_A_WORD.contains(failure.kind())
                ? scene.routes().stream()
                        .filter(route -> route.failure().isPresent() && leadsTo(failure.host(), route))
                        .flatMap(route -> onlyJustFailing(route, scene).stream())
                        .findFirst()
                : Optional.empty();
    }

    /// Applications tell the port as well.
    private static boolean leadsTo(String host, RouteView route) {
        return host.equals(route.host()) || host.startsWith(route.host() + ":");
    }

    static Optional<String> answeredLately(RouteView route, Scene scene) {
        return Optional.ofNullable(route.answeredHere())
                .map(at -> Duration.between(at, scene.at()))
                .filter(ago -> ago.compareTo(MINUTES_AGO) <= 0)
                .map(ago -> "%s answered at this address and port %d s ago".formatted(route.target(), ago.toSeconds()));
    }
}
