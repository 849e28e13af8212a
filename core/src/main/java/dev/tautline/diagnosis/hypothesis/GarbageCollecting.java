package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.diagnosis.Unit;
import dev.tautline.finding.Owner;
import java.util.Objects;

/// The application's process spends its time collecting garbage, and everything in it stands still meanwhile.
final class GarbageCollecting implements Hypothesis {
    /// G1 aims at less than 8 % of the time (-XX:GCTimeRatio=12, JDK 25).
    private static final double LITTLE = 0.1;

    private static final double MUCH = 0.25;

    private static final Cause CAUSE =
            new Cause("garbage-collecting", "Application stops to collect garbage", Owner.APPLICATION);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var told = symptoms.suffering(scene).stream()
                .filter(instance ->
                        instance.silentSeconds() == 0 && instance.process().pauses() != null)
                .toList();
        if (told.isEmpty()) {
            return new Unknown("no agent tells how long collecting garbage takes");
        }
        var evidence = told.stream().map(GarbageCollecting::describe).toList();
        var stopped = told.stream().filter(instance -> pauses(instance) >= MUCH).findFirst();
        if (stopped.isPresent()) {
            return new Supported(
                    CAUSE,
                    stopped.get().name(),
                    Strength.LIKELY,
                    stopped.get().name() + " stands still while it collects garbage",
                    evidence,
                    "Look at the heap of " + stopped.get().name()
                            + " (jcmd GC.heap_info, a heap dump): too small, or something leaks.",
                    null);
        }
        return told.stream().allMatch(instance -> pauses(instance) <= LITTLE)
                ? new Refuted(evidence)
                : new Unknown(String.join("; ", evidence));
    }

    private static double pauses(InstanceView instance) {
        return Objects.requireNonNull(instance.process().pauses());
    }

    private static String describe(InstanceView instance) {
        return instance.name() + ": collecting garbage took " + Unit.SHARE.format(pauses(instance)) + " of the time";
    }
}
