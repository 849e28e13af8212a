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

/// The server read pages whose checksum is wrong: data on its disk is damaged.
final class ChecksumFailures implements Hypothesis {
    private static final Cause CAUSE = new Cause("checksum-failures", "Data pages are damaged", Owner.DATABASE);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        return PerServer.judge(scene, ChecksumFailures::judge);
    }

    private static Judgement judge(ServerView server) {
        var counters = server.counters();
        if (counters == null) {
            return new Unknown("checksum failures have not been counted yet");
        }
        var counted = "%d pages with a wrong checksum".formatted(counters.checksumFailures());
        return counters.checksumFailures() == 0
                ? new Refuted(counted)
                : new Supported(
                        CAUSE,
                        server.target(),
                        Strength.CERTAIN,
                        "data on the disk of " + server.target() + " is damaged",
                        List.of(counted),
                        "Fail over to a standby and verify a backup now; look at the volume's and the kernel's"
                                + " messages.",
                        null);
    }
}
