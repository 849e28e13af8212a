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

/// Requests wait for another service, without a connection in hand: their time is neither the database's nor spent
/// on the processor.
final class SlowDownstream implements Hypothesis {
    /// What is slow on the processor uses it.
    private static final double IDLE = 0.5;

    private static final Cause CAUSE = new Cause("slow-downstream", "Slow call to another service", Owner.APPLICATION);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var told = symptoms.suffering(scene).stream()
                .filter(instance -> instance.silentSeconds() == 0
                        && instance.requests().own() != null
                        && instance.process().cpu() != null)
                .toList();
        if (told.isEmpty()) {
            return new Unknown("no agent tells both its own work and its use of the processor");
        }
        var evidence = told.stream().map(SlowDownstream::describe).toList();
        var waiting = told.stream()
                .filter(instance -> SlowFrontend.ownWorkIsSlow(instance) && cpu(instance) <= IDLE)
                .findFirst();
        if (waiting.isPresent() && waiting.get().warmsUp(scene.at())) {
            return new Unknown(
                    waiting.get().name() + " has only just started, and may wait for a processor to compile its code");
        }
        if (waiting.isPresent()) {
            return new Supported(
                    CAUSE,
                    waiting.get().name(),
                    Strength.LIKELY,
                    "requests of " + waiting.get().name() + " wait for something that is not the database",
                    evidence,
                    "Look at the calls of " + waiting.get().name()
                            + " to other services, and give each a time-out; the database is not part of it.",
                    null);
        }
        return told.stream().noneMatch(SlowFrontend::ownWorkIsSlow)
                ? new Refuted(evidence)
                : new Unknown(String.join("; ", evidence));
    }

    private static double cpu(InstanceView instance) {
        return Objects.requireNonNull(instance.process().cpu());
    }

    private static String describe(InstanceView instance) {
        return "%s: %s, %s of its processors in use"
                .formatted(instance.name(), instance.requests().own(), Unit.SHARE.format(cpu(instance)));
    }
}
