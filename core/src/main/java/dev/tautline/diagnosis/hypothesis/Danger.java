package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import java.util.List;

/// Something that will end badly, and slows nobody down today. Beside an outage it is told, but is not its cause.
record Danger(Hypothesis of) implements Hypothesis {
    @Override
    public Cause cause() {
        return of.cause();
    }

    @Override
    public List<Cause> causes() {
        return of.causes();
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var judged = of.judge(scene, symptoms);
        return judged instanceof Supported fits
                        && symptoms.all().stream().anyMatch(s -> !s.kind().danger())
                ? new Unknown("true, but it does not explain what is seen: " + fits.statement())
                : judged;
    }
}
