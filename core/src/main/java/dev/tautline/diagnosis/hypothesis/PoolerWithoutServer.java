package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;

/// The pooler answers, and cannot reach or log in to the server behind it, although that server is well. Where the
/// server itself fails, the pooler only tells of it.
final class PoolerWithoutServer implements Hypothesis {
    private static final Cause CAUSE = new Cause("pooler-without-server", "Pooler without a server", Owner.DATABASE);

    static final Set<FailureKind> SAY_SO = EnumSet.of(
            FailureKind.POOLER_WITHOUT_SERVER,
            FailureKind.POOLER_LOG_IN_REFUSED,
            FailureKind.POOLER_NOT_IN_HBA,
            FailureKind.POOLER_DATABASE_DISABLED);

    /// A pooler that has had a server since it was started lets clients in by itself; one that has not lets their
    /// log-ins wait for its own (PgBouncer's manual, `server_login_retry`; the welcome message is the server's).
    static final Set<FailureKind> WAITS = EnumSet.of(FailureKind.LOG_IN_UNANSWERED);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var judged = scene.routes().stream()
                .filter(route -> route.fails(SAY_SO) || (BehindPooler.isPooler(route) && route.fails(WAITS)))
                .map(route -> judge(route, scene))
                .toList();
        return judged.stream()
                .filter(Supported.class::isInstance)
                .findFirst()
                .or(() -> judged.stream().filter(Unknown.class::isInstance).findFirst())
                .or(() -> judged.stream().findFirst())
                .orElseGet(() -> Climbed.judge(scene, Step.SESSION));
    }

    private static Judgement judge(RouteView route, Scene scene) {
        boolean saysSo = route.fails(SAY_SO);
        return switch (BehindPooler.of(route, scene)) {
            case BehindPooler.Answers(var target, var words) ->
                supported(route, saysSo ? Strength.CERTAIN : Strength.LIKELY, target + " answers", words);
            case BehindPooler.Fails fails -> new Refuted(fails.words());
            case BehindPooler.NotYet(var why) -> new Unknown(why);
            case BehindPooler.Unwatched() ->
                saysSo
                        ? supported(
                                route,
                                Strength.CERTAIN,
                                "nobody watches it by itself",
                                "no watched route leads past " + route.target())
                        : new Unknown("no watched route leads past " + route.target() + " to the server behind it");
        };
    }

    private static Supported supported(RouteView route, Strength strength, String behind, String words) {
        var failure = route.failure().orElseThrow().failure();
        var evidence = new ArrayList<String>();
        evidence.add(Routes.describe(route));
        evidence.addAll(failure.provenFine());
        evidence.add(words);
        return new Supported(
                CAUSE,
                route.target(),
                strength,
                "the pooler has no connection to the server behind it (" + behind + "): " + failure.words(),
                evidence,
                WAITS.contains(failure.kind())
                        ? "Compare host, port and login of the pooler's database line with those at which the server"
                                + " answers; the pooler's log says what it waits for."
                        : failure.fix(),
                null);
    }
}
