package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.probe.Step;
import java.util.List;
import java.util.Optional;

/// A cause inside a server explains nothing where connections do not even get there: what is likely by itself stays
/// open while a name is not answered, or a port does not accept.
record OnceConnected(Hypothesis inside) implements Hypothesis {
    @Override
    public Cause cause() {
        return inside.cause();
    }

    @Override
    public List<Cause> causes() {
        return inside.causes();
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var judgement = inside.judge(scene, symptoms);
        return judgement instanceof Supported supported && supported.strength() == Strength.LIKELY
                ? before(scene)
                        .<Judgement>map(route -> new Unknown(supported.statement() + "; but " + Routes.describe(route)))
                        .orElse(judgement)
                : judgement;
    }

    private static Optional<RouteView> before(Scene scene) {
        return Climbed.fresh(scene).stream()
                .filter(route -> route.failure()
                        .map(failed -> failed.step().compareTo(Step.CONNECT) <= 0)
                        .orElse(false))
                .findFirst();
    }
}
