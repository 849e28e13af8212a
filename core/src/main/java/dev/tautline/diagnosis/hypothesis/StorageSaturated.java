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
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Executing sessions wait for reads and writes of files: the storage cannot keep up, or what was in memory no longer
/// is.
final class StorageSaturated implements Hypothesis {
    private static final double WAITING_SHARE = 0.4;
    private static final double ORDINARY_SHARE = 0.15;

    /// Of one or two sessions any share is chance.
    private static final int FEWEST_WAITING = 6;

    private static final Cause CAUSE =
            new Cause("storage-saturated", "The database waits for its storage", Owner.PLATFORM);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        return PerServer.judge(scene, StorageSaturated::judge);
    }

    private static Judgement judge(ServerView server) {
        var ours = server.activity().ours();
        double share = ours.share(ours.io());
        var counted = "%d of %d executing sessions waited for files".formatted(ours.io(), ours.executing());
        if (share < WAITING_SHARE || ours.io() < FEWEST_WAITING) {
            return share <= ORDINARY_SHARE || ours.io() < FEWEST_WAITING ? new Refuted(counted) : new Unknown(counted);
        }
        var evidence = new ArrayList<String>();
        evidence.add(counted);
        var storage = server.storage();
        if (storage != null) {
            Stream.of(storage.blocksRead(), storage.readMillis())
                    .filter(Objects::nonNull)
                    .forEach(reading -> evidence.add(reading.toString()));
        }
        var io = server.io();
        if (io != null) {
            evidence.addAll(io.clients().told());
            evidence.addAll(io.autovacuum().told());
            Stream.ofNullable(io.checkpointer().fsyncMillis())
                    .map(Reading::toString)
                    .forEach(evidence::add);
        }
        return new Supported(
                CAUSE,
                server.target(),
                Strength.LIKELY,
                "executing sessions mostly wait for the storage",
                List.copyOf(evidence),
                "Compare the volume's throughput and latency with its limits (iostat -x 1 on the server); look for"
                        + " backups and for statements that read far more than usual.",
                null);
    }
}
