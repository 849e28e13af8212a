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

/// Transactions take the same locks in different orders, and the server ends one of each pair.
final class DeadlockStorm implements Hypothesis {
    private static final int STORM = 3;

    private static final Cause CAUSE = new Cause("deadlock-storm", "Transactions deadlock", Owner.APPLICATION);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        return PerServer.judge(scene, DeadlockStorm::judge);
    }

    private static Judgement judge(ServerView server) {
        var counters = server.counters();
        if (counters == null) {
            return new Unknown("deadlocks have not been counted yet");
        }
        var counted = "%d deadlocks in %.0f s".formatted(counters.deadlocks(), counters.windowSeconds());
        if (counters.deadlocks() < STORM) {
            return counters.deadlocks() == 0 ? new Refuted(counted) : new Unknown(counted);
        }
        return new Supported(
                CAUSE,
                server.target(),
                Strength.CERTAIN,
                "transactions take the same locks in different orders",
                List.of(
                        counted,
                        "%d transactions rolled back, %d committed"
                                .formatted(counters.rolledBack(), counters.committed())),
                "The server's log names both statements of each deadlock: take their rows in one order (ORDER BY the"
                        + " key before FOR UPDATE), and repeat transactions that end with 40P01.",
                null);
    }
}
