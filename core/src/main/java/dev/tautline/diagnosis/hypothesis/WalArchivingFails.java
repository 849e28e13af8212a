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

/// `archive_command` fails: backups have a hole that grows, and the WAL that waits fills the disk.
final class WalArchivingFails implements Hypothesis {
    /// The server tries three times before it pauses (PostgreSQL 18, section 25.3.1).
    private static final int ATTEMPTS = 3;

    private static final Cause CAUSE = new Cause("wal-archiving-fails", "WAL cannot be archived", Owner.DATABASE);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        return PerServer.judge(scene, WalArchivingFails::judge);
    }

    private static Judgement judge(ServerView server) {
        var wal = server.wal();
        if (wal == null) {
            return new Unknown("the archiver has not been asked yet");
        }
        if (!wal.archiving()) {
            return new Refuted("archive_mode is off");
        }
        var counted = "%d failed attempts since the last success".formatted(wal.failures());
        if (wal.failures() < ATTEMPTS) {
            return wal.failures() == 0 ? new Refuted(counted) : new Unknown(counted);
        }
        return new Supported(
                CAUSE,
                server.target(),
                Strength.CERTAIN,
                "WAL of " + server.target() + " cannot be archived: a restore loses what was written since",
                List.of(
                        counted + ", the last of " + wal.lastFailure(),
                        wal.unarchivedSeconds() == null
                                ? "nothing was ever archived"
                                : "the last success was %.0f s ago".formatted(wal.unarchivedSeconds())),
                "The server's log has what archive_command said; run it by hand as the server's user. Until it works,"
                        + " pg_wal grows.",
                null);
    }
}
