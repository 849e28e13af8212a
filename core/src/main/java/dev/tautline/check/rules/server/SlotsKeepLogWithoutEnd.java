package dev.tautline.check.rules.server;

import dev.tautline.check.Rule;
import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import java.util.Optional;
import java.util.stream.Stream;

/// Somebody uses replication slots, and one that nobody reads any more keeps the write-ahead log until the disk is
/// full.
public final class SlotsKeepLogWithoutEnd implements ServerRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Server server) {
        if (server.product() != Product.POSTGRESQL) {
            return Verdict.notApplicable("no PostgreSQL server");
        }
        return sign(server)
                .map(sign -> Rule.given(
                        server.get(PostgresKeys.MAX_SLOT_WAL_KEEP_SIZE),
                        most -> most.value().bytes() < 0 && !endsIdleOnes(server)
                                ? Verdict.violation(finding(server, sign, most))
                                : Verdict.PASS))
                .orElseGet(() -> Verdict.notApplicable("no sign of replication slots"));
    }

    /// What shows that slots are used: logical decoding, or a number of them that somebody chose.
    private static Optional<Setting.Known<?>> sign(Server server) {
        return Stream.of(
                        server.get(PostgresKeys.WAL_LEVEL)
                                .chosen()
                                .filter(level -> level.value().equals("logical")),
                        server.get(PostgresKeys.MAX_REPLICATION_SLOTS).chosen().filter(count -> count.value() > 0),
                        server.get(PostgresKeys.PRIMARY_SLOT_NAME).chosen())
                .<Setting.Known<?>>flatMap(Optional::stream)
                .findFirst();
    }

    /// From PostgreSQL 18 on, slots that nobody reads can end by time, too.
    private static boolean endsIdleOnes(Server server) {
        return server.get(PostgresKeys.IDLE_REPLICATION_SLOT_TIMEOUT)
                .chosen()
                .filter(limit -> limit.value().isPositive())
                .isPresent();
    }

    private Finding finding(Server server, Setting.Known<?> sign, Setting.Known<?> most) {
        return finding(
                server,
                "a replication slot that nobody reads may fill the disk of " + server.label(),
                "A standby or a consumer of changes that is gone for good leaves its slot behind: the write-ahead log grows"
                        + " until the disk is full, and the server stops for everybody.",
                new Edit.Decide(
                        most.isChosen() ? most.origin() : sign.origin(),
                        "set max_slot_wal_keep_size to what the disk can spare, and watch pg_replication_slots"),
                Evidence.of(sign),
                Evidence.of(most));
    }
}
