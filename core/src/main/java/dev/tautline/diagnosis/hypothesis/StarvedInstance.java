package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.List;
import java.util.Objects;

/// The application's process lacks CPU, or pauses for garbage collection: it holds connections and does nothing with
/// them, and its own clock shows it, because even a sleep wakes up late.
final class StarvedInstance implements Hypothesis {
    private static final Cause CAUSE = new Cause("starved-instance", "Application lacks CPU or pauses", Owner.PLATFORM);

    /// Measured: 0.2 ms at the 95th percentile in health, 3.6 ms with the client's CPU saturated by one more process.
    /// Ten times that stalls requests by itself.
    private static final double STARVED_MILLIS = 40;

    private static final double ORDINARY_MILLIS = 10;

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var measured = symptoms.suffering(scene).stream()
                .filter(instance -> instance.silentSeconds() == 0 && instance.schedulingDelay() != null)
                .toList();
        if (measured.isEmpty()) {
            return new Unknown("no agent tells how late its process wakes up");
        }
        var starved = measured.stream().filter(StarvedInstance::starved).findFirst();
        if (starved.isPresent()) {
            return new Supported(
                    CAUSE,
                    starved.get().name(),
                    Strength.LIKELY,
                    starved.get().name() + " hardly gets to run",
                    List.of(delay(starved.get()).toString()),
                    "Look at the CPU quota, other processes and the garbage collector's log of "
                            + starved.get().name() + ".",
                    null);
        }
        var evidence = measured.stream()
                .map(instance -> instance.name() + ": " + delay(instance))
                .toList();
        return measured.stream().allMatch(instance -> delay(instance).now() <= ORDINARY_MILLIS)
                ? new Refuted(evidence)
                : new Unknown(String.join("; ", evidence));
    }

    static boolean starved(InstanceView instance) {
        return instance.schedulingDelay() != null && delay(instance).now() >= STARVED_MILLIS;
    }

    /// Late enough to explain a wait, though not to be a cause.
    static boolean isLate(InstanceView instance) {
        return instance.schedulingDelay() != null && delay(instance).now() > ORDINARY_MILLIS;
    }

    private static Reading delay(InstanceView instance) {
        return Objects.requireNonNull(instance.schedulingDelay());
    }
}
