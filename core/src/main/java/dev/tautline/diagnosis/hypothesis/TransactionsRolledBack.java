package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.List;

/// Far more transactions than usual end without their effect, and nobody tells with which words: the clients have no
/// agent. Last in the catalogue: it says where to look, and everything else says more.
final class TransactionsRolledBack implements Hypothesis {
    private static final Cause CAUSE =
            new Cause("transactions-rolled-back", "Transactions fail, in words that only logs tell", Owner.APPLICATION);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        if (!PoolOf.all(scene).isEmpty()) {
            return new Unknown("agents tell how calls on their connections end");
        }
        return PerServer.judge(scene, TransactionsRolledBack::judge);
    }

    private static Judgement judge(ServerView server) {
        var counters = server.counters();
        if (counters == null || counters.rollbackShare() == null) {
            return new Unknown(server.target() + " does not count its transactions");
        }
        if (!counters.rollsBack()) {
            return new Refuted(server.target() + ": " + counters.describeRollbacks());
        }
        return new Supported(
                CAUSE,
                server.target(),
                Strength.LIKELY,
                "far more transactions than usual are rolled back on " + server.target(),
                List.of(counters.describeRollbacks()),
                "Read the application's log and the server's (log_min_error_statement = error writes each statement that"
                        + " fails); an agent in the application would have told its SQLSTATE.",
                null);
    }
}
