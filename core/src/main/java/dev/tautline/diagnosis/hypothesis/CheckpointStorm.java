package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Checkpoints are forced one after the other because `max_wal_size` is reached: each writes everything that is dirty,
/// and each first change of a page after it writes that page into the WAL.
final class CheckpointStorm implements Hypothesis {
    /// Healthy servers have one per checkpoint_timeout (5 min), and the server itself warns below 30 s
    /// (checkpoint_warning, PostgreSQL 18).
    private static final double STORM_PER_MINUTE = 2;

    private static final double ORDINARY = 2;
    private static final double SLACK_MILLIS = 1;
    private static final double WAITING_SHARE = 0.3;

    private static final Cause CAUSE = new Cause("checkpoint-storm", "Checkpoints follow each other", Owner.DATABASE);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        return PerServer.judge(scene, server -> judge(server, scene));
    }

    private static Judgement judge(ServerView server, Scene scene) {
        var checkpoints = server.checkpoints();
        if (checkpoints == null) {
            return new Unknown("checkpoints have not been counted yet");
        }
        var counted = "%d forced and %d timed checkpoints in %.0f s"
                .formatted(checkpoints.requested(), checkpoints.timed(), checkpoints.windowSeconds());
        double perMinute = checkpoints.requested() * 60 / Math.max(30, checkpoints.windowSeconds());
        if (checkpoints.requested() < 2 || perMinute < STORM_PER_MINUTE) {
            return checkpoints.requested() < 2 ? new Refuted(counted) : new Unknown(counted);
        }
        if (unfelt(server)) {
            return new Unknown(counted + ", and its statements take no longer for it: " + server.statementMean());
        }
        var shrunk = Recent.of(scene, server, Change.Kind.SERVER_SETTING)
                .filter(change ->
                        change.what().equals("max_wal_size") || change.what().equals("checkpoint_timeout"))
                .findFirst()
                .orElse(null);
        var evidence = new ArrayList<String>();
        evidence.add(counted);
        var wal = server.wal();
        if (wal != null && wal.bytesPerSecond() != null) {
            evidence.add(wal.bytesPerSecond().toString());
        }
        evidence.addAll(behind(server));
        if (shrunk != null) {
            evidence.add(shrunk.dated());
        }
        return new Supported(
                CAUSE,
                server.target(),
                shrunk == null ? Strength.LIKELY : Strength.CERTAIN,
                "checkpoints are forced one after the other",
                List.copyOf(evidence),
                shrunk == null
                        ? "Raise max_wal_size so that checkpoints come by time; spread them with"
                                + " checkpoint_completion_target 0.9; look for who writes so much."
                        : "Set " + shrunk.what() + " back to " + shrunk.before() + " and reload.",
                shrunk);
    }

    /// Who hurries to write what is dirty has others wait for the disk.
    private static boolean unfelt(ServerView server) {
        var mean = server.statementMean();
        var waits = server.activity().ours();
        return mean != null
                && mean.asUsual(ORDINARY, SLACK_MILLIS)
                && waits.share(waits.io() + waits.lwLock()) < WAITING_SHARE;
    }

    /// What the checkpointer cannot take over any more the sessions sync themselves.
    private static List<String> behind(ServerView server) {
        var io = server.io();
        if (io == null) {
            return List.of();
        }
        var own = io.clients().fsyncs();
        return Stream.of(
                        own.now() > 0 ? own + ": the checkpointer does not keep up" : null,
                        words(io.checkpointer().writes()),
                        words(io.checkpointer().fsyncMillis()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable String words(@Nullable Reading reading) {
        return reading == null ? null : reading.toString();
    }
}
