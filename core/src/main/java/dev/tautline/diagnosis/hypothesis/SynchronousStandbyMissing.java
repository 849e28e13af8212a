package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
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
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Commits wait for a synchronous standby that does not confirm them. Neither `statement_timeout` nor a cancel undoes
/// such a commit.
final class SynchronousStandbyMissing implements Hypothesis {
    /// 99 % of the sampled sessions waited when no standby was there, none in health.
    private static final double WAITING_SHARE = 0.3;

    private static final Cause CAUSE =
            new Cause("synchronous-standby-missing", "Commits wait for a synchronous standby", Owner.DATABASE);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        return PerServer.judge(scene, server -> judge(server, scene));
    }

    private static Judgement judge(ServerView server, Scene scene) {
        var waits = server.activity().ours();
        var counted = "%d of %d executing sessions waited for a synchronous standby"
                .formatted(waits.syncRep(), waits.executing());
        if (waits.syncRep() == 0) {
            return new Refuted(counted);
        }
        return waits.share(waits.syncRep()) >= WAITING_SHARE
                ? supported(server, counted, change(server, scene))
                : new Unknown(counted);
    }

    private static @Nullable Change change(ServerView server, Scene scene) {
        return Recent.of(scene, server, Change.Kind.TOPOLOGY)
                .filter(change -> change.what().startsWith("standby "))
                .findFirst()
                .or(() -> Recent.of(scene, server, Change.Kind.SERVER_SETTING)
                        .filter(change -> change.what().startsWith("synchronous_"))
                        .findFirst())
                .orElse(null);
    }

    private static Judgement supported(ServerView server, String counted, @Nullable Change change) {
        var evidence = new ArrayList<String>();
        evidence.add(counted);
        var replication = server.replication();
        if (replication != null) {
            evidence.add("synchronous_standby_names is '%s'; connected: %s"
                    .formatted(
                            replication.synchronousStandbyNames(),
                            replication.standbys().isEmpty()
                                    ? "no standby"
                                    : replication.standbys().stream()
                                            .map(standby -> standby.name() + " (" + standby.state() + ")")
                                            .collect(Collectors.joining(", "))));
        }
        if (change != null) {
            evidence.add(change.dated());
        }
        return new Supported(
                CAUSE,
                server.target(),
                Strength.CERTAIN,
                "commits wait for a synchronous standby that does not confirm them",
                evidence,
                "Bring the standby back, or take it out of synchronous_standby_names on " + server.target()
                        + " and reload: commits that wait then go on, and what they wrote is on this server alone.",
                change);
    }
}
