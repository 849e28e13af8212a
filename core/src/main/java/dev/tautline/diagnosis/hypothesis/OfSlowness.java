package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptom;
import dev.tautline.diagnosis.Symptoms;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A cause that makes things take longer explains nothing where they fail as quickly as they succeed.
record OfSlowness(Hypothesis slows) implements Hypothesis {
    private static final Set<Symptom.Kind> FAILURES = EnumSet.of(
            Symptom.Kind.CANARY_FAILED,
            Symptom.Kind.REQUESTS_FAILING,
            Symptom.Kind.STATEMENTS_FAILING,
            Symptom.Kind.SERVER_CANCELS);

    /// Who is refused or cut hears of it at once; what takes longer ran out of time.
    private static final Duration AT_ONCE = Duration.ofMillis(500);

    private static final double SLOWER = 2;
    private static final double SLOWER_MILLIS = 50;

    @Override
    public Cause cause() {
        return slows.cause();
    }

    @Override
    public List<Cause> causes() {
        return slows.causes();
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var judgement = slows.judge(scene, symptoms);
        return judgement instanceof Supported supported
                        && supported.strength() == Strength.LIKELY
                        && onlyFailures(symptoms)
                        && failsAtOnce(scene)
                        && nobodyIsSlower(scene, symptoms)
                ? new Unknown(supported.statement() + "; but what is seen fails, and takes no longer than usual")
                : judgement;
    }

    private static boolean onlyFailures(Symptoms symptoms) {
        return !symptoms.none() && symptoms.all().stream().allMatch(symptom -> FAILURES.contains(symptom.kind()));
    }

    private static boolean failsAtOnce(Scene scene) {
        return scene.routes().stream()
                .flatMap(route -> route.failure().stream())
                .allMatch(failed -> failed.took().compareTo(AT_ONCE) < 0);
    }

    private static boolean nobodyIsSlower(Scene scene, Symptoms symptoms) {
        return symptoms.suffering(scene).stream()
                .map(instance -> instance.requests().totalP95())
                .allMatch(p95 -> p95 != null && p95.usual() != null && !p95.raised(SLOWER, SLOWER_MILLIS));
    }
}
