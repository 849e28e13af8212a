package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import java.util.List;

/// A cause of silence or of slowness, which a server that is busy with logins shows as well: it stays open meanwhile.
record BesideLogins(Hypothesis otherwise) implements Hypothesis {
    @Override
    public Cause cause() {
        return otherwise.cause();
    }

    @Override
    public List<Cause> causes() {
        return otherwise.causes();
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var judgement = otherwise.judge(scene, symptoms);
        return judgement instanceof Supported supported
                ? Logins.excuse(scene)
                        .<Judgement>map(busy -> new Unknown(supported.statement() + "; but " + busy))
                        .orElse(judgement)
                : judgement;
    }
}
