package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.diagnosis.Unit;
import dev.tautline.finding.Owner;
import java.util.List;

/// Each request asks the database many more questions than usual, each as quick as ever: N+1 queries of a new
/// version, a cache that is cold or gone.
final class MoreStatementsPerRequest implements Hypothesis {
    private static final double MORE = 3;
    private static final double ORDINARY = 1.7;

    /// Requests that hang are not counted yet, and what goes on beside them asks as ever.
    private static final double GROWN = 1.3;

    private static final Cause CAUSE =
            new Cause("more-statements-per-request", "Many more statements per request", Owner.APPLICATION);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var requests = Ratio.requests(scene);
        var statements = Ratio.statements(scene);
        if (requests == null || statements == null) {
            return new Unknown("statements of the servers and requests of the applications are not both known");
        }
        var per = Ratio.of("statements per request", statements, requests, Unit.COUNT);
        if (per == null) {
            return new Unknown(statements + ", " + requests);
        }
        if (!per.raised(MORE, 2)) {
            return per.asUsual(ORDINARY, 1) ? new Refuted(per.toString()) : new Unknown(per.toString());
        }
        if (!statements.raised(GROWN, 0)) {
            return new Unknown(per + ", but no more statements are executed than usual: what is missing are requests");
        }
        var slow = scene.servers().stream()
                .map(server -> server.statementMean())
                .filter(mean -> mean != null && mean.raised(2, 1))
                .findFirst();
        if (slow.isPresent()) {
            return new Unknown(per + ", but each takes longer, too: " + slow.get());
        }
        return new Supported(
                CAUSE,
                scene.instances().getFirst().service(),
                Strength.LIKELY,
                "each request asks the database many more questions than usual",
                List.of(per.toString(), statements.toString(), requests.toString()),
                "Look for a loop of queries in what was deployed last (N+1), or a cache that lost its contents.",
                null);
    }
}
