package dev.tautline.history.series;

import java.sql.SQLException;

/// Forgets what need not be kept: seconds outside of moments soon, the rest by its age. Not thread-safe.
final class Thinning {
    private static final long BETWEEN_FORGETTING = 3600;

    private final Keeping keep;
    private long thinnedTo;
    private long forgottenAt;

    Thinning(Keeping keep) {
        this.keep = keep;
    }

    void thin(SeriesDatabase database, long now) throws SQLException {
        long to = Tier.SECOND.blockStart(now - keep.seconds().toSeconds());
        if (to > thinnedTo) {
            database.execute(
                    "DELETE FROM block WHERE step = 1 AND start >= ? AND start < ? AND NOT EXISTS (SELECT 1 FROM moment"
                            + " WHERE moment.since < block.start + 60 AND moment.until >= block.start)",
                    thinnedTo,
                    to);
        }
        if (now - forgottenAt >= BETWEEN_FORGETTING) {
            forget(database, now);
        }
    }

    /// What [#thin] did is on the disk.
    void thinned(long now) {
        thinnedTo =
                Math.max(thinnedTo, Tier.SECOND.blockStart(now - keep.seconds().toSeconds()));
        if (now - forgottenAt >= BETWEEN_FORGETTING) {
            forgottenAt = now;
        }
    }

    private void forget(SeriesDatabase database, long now) throws SQLException {
        for (var tier : Tier.values()) {
            database.execute(
                    "DELETE FROM block WHERE step = ? AND start < ?",
                    tier.stepSeconds(),
                    now - keep.of(tier).toSeconds() - tier.blockSeconds());
        }
        long oldest = now - keep.hours().toSeconds();
        database.execute(
                "DELETE FROM moment WHERE until < ?", now - keep.moments().toSeconds());
        database.execute("DELETE FROM change WHERE at < ?", oldest * 1000);
        // What was in force at the oldest time is in force until the next change.
        database.execute(
                "DELETE FROM settings WHERE at < ? AND EXISTS (SELECT 1 FROM settings later WHERE later.kind ="
                        + " settings.kind AND later.subject = settings.subject AND later.at > settings.at"
                        + " AND later.at <= ?)",
                oldest,
                oldest);
    }
}
