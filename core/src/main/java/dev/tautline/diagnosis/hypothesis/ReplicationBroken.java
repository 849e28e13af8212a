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

/// A standby that streamed before no longer does: there is nobody to fail over to, and reads there grow old.
final class ReplicationBroken implements Hypothesis {
    /// A restart of the standby takes seconds.
    private static final double GONE_SECONDS = 20;

    /// Who runs and was only cut off for a moment is back within these.
    private static final double RUNNING_SECONDS = 5;

    private static final Cause CAUSE = new Cause("replication-broken", "Replication is broken", Owner.DATABASE);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        return PerServer.judge(scene, server -> judge(server, scene));
    }

    private static Judgement judge(ServerView server, Scene scene) {
        var replication = server.replication();
        if (replication == null) {
            return new Unknown("replication cannot be read");
        }
        if (replication.missing().isEmpty()) {
            return new Refuted("every standby that was seen streaming streams");
        }
        var gone = replication.missing().getFirst();
        var evidence = "%s has not streamed from %s for %.0f s".formatted(gone.name(), server.target(), gone.seconds());
        return gone.seconds() < (runs(gone.name(), scene) ? RUNNING_SECONDS : GONE_SECONDS)
                ? new Unknown(evidence)
                : new Supported(
                        CAUSE,
                        server.target(),
                        Strength.CERTAIN,
                        gone.name() + " no longer receives WAL from " + server.target(),
                        List.of(evidence),
                        "Look into the log of " + gone.name()
                                + ": 'requested WAL segment has already been removed' means that it must be built"
                                + " anew; a refused log-in means pg_hba.conf or the replication password.",
                        null);
    }

    /// The standby is watched by that name, and new connections to it are well.
    private static boolean runs(String standby, Scene scene) {
        return scene.routes().stream().anyMatch(route -> route.target().equals(standby) && route.passes());
    }
}
