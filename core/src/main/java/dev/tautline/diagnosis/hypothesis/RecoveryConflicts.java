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

/// A standby cancels what reads on it because recovery needs the rows or locks that these readers use.
final class RecoveryConflicts implements Hypothesis {
    private static final int MANY = 3;

    private static final Cause CAUSE =
            new Cause("recovery-conflicts", "Recovery cancels readers on a standby", Owner.DATABASE);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        return PerServer.judge(scene, RecoveryConflicts::judge);
    }

    private static Judgement judge(ServerView server) {
        var counters = server.counters();
        if (counters == null) {
            return new Unknown("conflicts have not been counted yet");
        }
        var counted = "%d statements cancelled by recovery in %.0f s"
                .formatted(counters.conflicts(), counters.windowSeconds());
        if (counters.conflicts() < MANY) {
            return counters.conflicts() == 0 ? new Refuted(counted) : new Unknown(counted);
        }
        return new Supported(
                CAUSE,
                server.target(),
                Strength.CERTAIN,
                "recovery on " + server.target() + " cancels what reads there",
                List.of(counted),
                "Set hot_standby_feedback on, or raise max_standby_streaming_delay; repeat what ends with 40001 on a"
                        + " new connection.",
                null);
    }
}
