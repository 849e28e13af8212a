package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.PoolerView;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The pooler's process is gone or stands still, while the server behind it answers. Its console tells, and so does
/// the route on which a pooler stood.
final class PoolerDown implements Hypothesis {
    private static final Cause CAUSE = new Cause("pooler-down", "The pooler is down", Owner.PLATFORM);

    private static final Duration RESTART = Duration.ofMillis(1500);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var judged = new ArrayList<Judgement>();
        scene.routes().stream()
                .filter(route -> BehindPooler.isPooler(route) && route.fails(BehindPooler.POOLER_IS_DEAD))
                .forEach(route -> judged.add(ofRoute(route, scene)));
        scene.servers().stream()
                .filter(ServerView::answers)
                .flatMap(server -> Optional.ofNullable(server.pooler()).stream()
                        .filter(pooler -> !pooler.failure().isEmpty())
                        .map(pooler -> ofConsole(server, pooler, scene)))
                .forEach(judged::add);
        return judged.stream()
                .filter(Supported.class::isInstance)
                .findFirst()
                .or(() -> judged.stream().findFirst())
                .orElseGet(() -> nothingFails(scene));
    }

    private static Judgement ofRoute(RouteView route, Scene scene) {
        var accepted = Routes.noLongerRefused(route, scene);
        if (accepted.isPresent()) {
            return new Unknown(accepted.get());
        }
        return switch (BehindPooler.of(route, scene)) {
            case BehindPooler.Answers(var target, var words) ->
                route.details().establishedGoesOn()
                        ? new Refuted(words)
                        : supported(route, target + " behind it answers", words, scene);
            case BehindPooler.Fails fails -> new Refuted(fails.words());
            case BehindPooler.NotYet(var why) -> new Unknown(why);
            case BehindPooler.Unwatched() ->
                supported(
                        route,
                        "nobody watches the server behind it by itself",
                        "no watched route leads past " + route.target(),
                        scene);
        };
    }

    private static Supported supported(RouteView route, String behind, String words, Scene scene) {
        var failure = route.failure().orElseThrow().failure();
        var evidence = new ArrayList<String>();
        evidence.add(Routes.describe(route));
        evidence.addAll(failure.provenFine());
        if (route.details().destination() != null) {
            evidence.add("a pooler spoke there when the ladder was last climbed");
        }
        evidence.add(words);
        var lately = Routes.answeredLately(route, scene);
        lately.ifPresent(evidence::add);
        return new Supported(
                CAUSE,
                route.target(),
                lately.isPresent() && lasts(route) ? Strength.CERTAIN : Strength.LIKELY,
                failure.kind() == FailureKind.CONNECTION_REFUSED
                        ? "nothing listens at the pooler's port, and " + behind
                        : "the pooler accepts connections and answers on none, and " + behind,
                evidence,
                "Start the pooler again and read its log. If its process runs, look at what it hangs in (ps -o"
                        + " stat,wchan; T is stopped).",
                null);
    }

    /// Who restarts a pooler has its port refuse for a moment, just when a climb was cut that had begun before.
    private static boolean lasts(RouteView route) {
        var since = route.details().failingSince();
        var latest = route.latest();
        return since != null
                && latest != null
                && Duration.between(since, latest.at()).compareTo(RESTART) > 0;
    }

    private static Judgement ofConsole(ServerView server, PoolerView pooler, Scene scene) {
        return new Supported(
                CAUSE,
                routeOf(pooler, scene).map(RouteView::target).orElse(server.target()),
                Strength.LIKELY,
                "the pooler in front of " + server.target() + " does not answer",
                List.of(pooler.console() + ": " + pooler.failure(), "the server behind it answers the guard"),
                "Start PgBouncer again, or look at why its console refuses: systemctl status pgbouncer.",
                null);
    }

    /// The console has the port that its clients call.
    private static Optional<RouteView> routeOf(PoolerView pooler, Scene scene) {
        return scene.routes().stream()
                .filter(route -> route.latest() != null
                        && route.latest().target().endpoint().equals(pooler.console()))
                .findFirst();
    }

    private static Judgement nothingFails(Scene scene) {
        var poolers = scene.routes().stream().filter(BehindPooler::isPooler).toList();
        var consoles = scene.servers().stream()
                .flatMap(server -> Optional.ofNullable(server.pooler()).stream())
                .toList();
        if (poolers.isEmpty() && consoles.isEmpty()) {
            return scene.routes().isEmpty() && scene.servers().isEmpty()
                    ? new Unknown("no target is watched")
                    : new Refuted("no pooler was met on a watched route, and no pooler's console is configured");
        }
        var told = new ArrayList<String>();
        poolers.stream().map(Routes::describe).forEach(told::add);
        consoles.stream().map(pooler -> pooler.console() + " answers").forEach(told::add);
        return new Refuted(told);
    }
}
