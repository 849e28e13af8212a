package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import java.util.List;
import java.util.Optional;

/// What the guard sees by how long things take tells nothing of the way while the guard itself gets to run late.
record OnTime(Hypothesis timed) implements Hypothesis {
    /// At the 95th percentile: then it is now and then as late as a packet that is sent again (after 200 ms or more).
    /// Seen in shops of the lab: usually 2 ms, 13 to 20 ms on overloaded processors.
    private static final double LATE_MILLIS = 25;

    @Override
    public Cause cause() {
        return timed.cause();
    }

    @Override
    public List<Cause> causes() {
        return timed.causes();
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var judgement = timed.judge(scene, symptoms);
        return judgement instanceof Supported supported && supported.strength() == Strength.LIKELY
                ? explains(scene, LATE_MILLIS, 1)
                        .<Judgement>map(late -> new Unknown(supported.statement() + "; but " + late))
                        .orElse(judgement)
                : judgement;
    }

    /// Whether so many milliseconds are no more than that many times what the guard is late by.
    static Optional<String> explains(Scene scene, double millis, double times) {
        return Optional.ofNullable(scene.guardDelay())
                .filter(delay -> times * delay.now() >= millis)
                .map(Reading::toString);
    }
}
