package dev.tautline.probe;

import dev.tautline.probe.evidence.Capacity;
import dev.tautline.probe.evidence.Replay;
import dev.tautline.probe.evidence.Role;
import dev.tautline.probe.evidence.SearchPath;
import dev.tautline.probe.evidence.ServerAnswer;
import dev.tautline.probe.evidence.SlotUse;
import dev.tautline.probe.evidence.SlotUse.Limit;
import dev.tautline.settings.PostgresLife;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.BiConsumer;

/// What deserves attention in the answers of a server that let us in.
///
/// @param tell takes the kind of the remark and its words
record ServerRemarks(BiConsumer<RemarkKind, String> tell) {
    /// Clocks that are synchronised at all differ by milliseconds; one second spoils tokens, leases and logs.
    private static final Duration CLOCKS_APART = Duration.ofSeconds(1);
    /// A transaction of a request takes seconds; one that is idle for minutes was forgotten, and holds its
    /// locks.
    private static final Duration FORGOTTEN = Duration.ofMinutes(5);

    private static final int FEW = 2;

    void on(ServerAnswer answer, Instant at) {
        PostgresLife.finalRelease(answer.version())
                .filter(last -> last.isBefore(LocalDate.ofInstant(at, ZoneOffset.UTC)))
                .ifPresent(last -> tell.accept(
                        RemarkKind.PAST_END_OF_LIFE,
                        answer.product() + " " + answer.version() + " had its final release on " + last));
        var apart = answer.clockSkew().abs();
        if (apart.minus(answer.clockUncertainty()).compareTo(CLOCKS_APART) > 0) {
            tell.accept(
                    RemarkKind.CLOCKS_APART,
                    "the server's clock is " + apart.toMillis() + " ms "
                            + (answer.clockSkew().isNegative() ? "behind" : "ahead of") + " ours");
        }
    }

    void on(SearchPath path) {
        if (!path.missing().isEmpty()) {
            tell.accept(
                    RemarkKind.SCHEMA_MISSING,
                    "search_path is " + path.setting() + ", and " + String.join(", ", path.missing())
                            + (path.missing().size() == 1 ? " does" : " do")
                            + " not exist in this database, or this role may not use it: tables there are not found by name");
        }
    }

    void on(Role role) {
        if (role.replay() != null) {
            on(role.replay());
        }
    }

    private void on(Replay replay) {
        if (replay.paused()) {
            tell.accept(
                    RemarkKind.REPLAY_PAUSED,
                    "replay is paused with " + replay.behindBytes() + " bytes received; reads see an old state");
        }
        if (!replay.receiving()) {
            tell.accept(RemarkKind.NOTHING_RECEIVED, "no WAL receiver runs on this standby");
        }
    }

    void on(Capacity capacity) {
        if (capacity.free() <= FEW) {
            tell.accept(
                    RemarkKind.NEARLY_FULL,
                    capacity.free() + " of " + capacity.maximum() + " slots are left for ordinary roles, so the probe"
                            + " gave its own back at once and asked no further");
        }
        var use = capacity.use();
        if (use != null) {
            on(use);
        }
    }

    private void on(SlotUse use) {
        limit(RemarkKind.ROLE_LIMIT_NEAR, "the role's", use.role());
        limit(RemarkKind.DATABASE_LIMIT_NEAR, "the database's", use.database());
        var oldest = use.oldestIdleInTransaction();
        if (oldest != null && oldest.compareTo(FORGOTTEN) >= 0) {
            tell.accept(
                    RemarkKind.IDLE_IN_TRANSACTION,
                    use.idleInTransaction() + " sessions are idle in transaction, the oldest for " + oldest.toMinutes()
                            + " minutes");
        }
    }

    private void limit(RemarkKind kind, String whose, Limit limit) {
        var free = limit.free();
        if (free != null && free <= FEW) {
            tell.accept(kind, limit.used() + " of " + whose + " " + limit.maximum() + " connections are used");
        }
    }
}
