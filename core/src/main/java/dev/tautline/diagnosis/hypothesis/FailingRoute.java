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
import dev.tautline.probe.FailureKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A cause of failing canaries that needs more than the failure's kind: what became of the connection that was open
/// before, whether the node lives, what happened elsewhere.
abstract class FailingRoute implements Hypothesis {
    private final Cause cause;
    private final Set<FailureKind> kinds;

    FailingRoute(Cause cause, FailureKind first, FailureKind... others) {
        this.cause = cause;
        this.kinds = EnumSet.of(first, others);
    }

    @Override
    public final Cause cause() {
        return cause;
    }

    @Override
    public final Judgement judge(Scene scene, Symptoms symptoms) {
        if (Climbed.fresh(scene).isEmpty()) {
            return new Unknown("no ladder has ended yet");
        }
        var fitting =
                scene.routes().stream().filter(route -> route.fails(kinds)).toList();
        if (fitting.isEmpty()) {
            return new Refuted(
                    Climbed.fresh(scene).stream().map(Routes::describe).toList());
        }
        var judged = fitting.stream().map(route -> judge(route, scene)).toList();
        return judged.stream()
                .filter(Supported.class::isInstance)
                .findFirst()
                .or(() -> judged.stream().filter(Unknown.class::isInstance).findFirst())
                .orElseGet(judged::getFirst);
    }

    /// Judges one route whose failure is of one of the kinds.
    abstract Judgement judge(RouteView route, Scene scene);

    /// Supported with the ladder's evidence and `more`.
    final Supported supported(RouteView route, Strength strength, String statement, List<String> more, String fix) {
        var failure = route.failure().orElseThrow().failure();
        var evidence = new ArrayList<String>();
        evidence.add(Routes.describe(route));
        evidence.addAll(failure.provenFine());
        evidence.addAll(more);
        return new Supported(cause, route.target(), strength, statement, evidence, fix, null);
    }

    /// The ladder's own advice.
    static String fix(RouteView route) {
        return route.failure().orElseThrow().failure().fix();
    }
}
