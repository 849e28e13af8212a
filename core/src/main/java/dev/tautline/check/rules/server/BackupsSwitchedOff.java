package dev.tautline.check.rules.server;

import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;
import dev.tautline.settings.ManagedDatabaseKeys;
import dev.tautline.settings.Setting;

/// A database of a cloud of which no backups are made.
public final class BackupsSwitchedOff implements ServerRule {
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
        var none =
                server.get(ManagedDatabaseKeys.BACKUP_RETENTION_PERIOD).chosen().filter(days -> days.value() == 0);
        var off = server.get(ManagedDatabaseKeys.BACKUP_ENABLED).chosen().filter(flag -> !flag.value());
        return none.<Setting.Known<?>>map(days -> days)
                .or(() -> off)
                .map(read -> Verdict.violation(finding(
                        server,
                        "no backups are made of the database",
                        "A wrong DELETE or a failed migration cannot be taken back: there is no state to go back to.",
                        new Edit.Decide(read.origin(), "keep backups for seven days or more"),
                        Evidence.of(read))))
                .orElse(Verdict.notApplicable("nothing switches backups off"));
    }
}
