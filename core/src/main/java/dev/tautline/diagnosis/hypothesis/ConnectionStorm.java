package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.ArrayList;
import java.util.Objects;

/// Connections are opened far more often than usual: pools that throw theirs away, a crowd of new instances,
/// clients without a pool.
final class ConnectionStorm implements Hypothesis {
    private static final double STORM = 5;

    /// Opening one costs the server a process and some 5 to 20 ms; fewer than this it does not notice.
    private static final double MANY = 10;

    private static final Cause CAUSE = new Cause("connection-storm", "Storm of new connections", Owner.APPLICATION);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var rates = PoolOf.all(scene).stream()
                .map(of -> of.pool().details().connects())
                .filter(Objects::nonNull)
                .toList();
        if (rates.isEmpty()) {
            return new Unknown("no agent tells how many connections it opens");
        }
        var all = Reading.sum("connections opened by all pools", rates);
        if (all.now() >= MANY && all.raised(STORM, MANY / 2)) {
            return supported(scene, all);
        }
        return all.now() < MANY || all.asUsual(STORM, MANY / 2)
                ? new Refuted(all.toString())
                : new Unknown(all.toString());
    }

    private static Supported supported(Scene scene, Reading all) {
        var evidence = new ArrayList<String>();
        evidence.add(all.toString());
        PoolOf.all(scene).stream()
                .filter(of -> of.pool().details().connects() != null)
                .forEach(of -> evidence.add(of.instance().name() + "'s pool "
                        + of.pool().name() + ": " + of.pool().details().connects()));
        return new Supported(
                CAUSE,
                PoolOf.all(scene).getFirst().instance().service(),
                Strength.LIKELY,
                "connections are opened much more often than usual",
                evidence,
                "See why pools throw connections away (maxLifetime, validation, errors), and start instances one after"
                        + " the other.",
                null);
    }
}
