package dev.tautline.check.rules.server;

import dev.tautline.check.Rule;
import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;
import dev.tautline.settings.MySqlKeys;

/// MySQL reports commits before its log is on disk.
public final class CommitsNotFlushed implements ServerRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Server server) {
        return Rule.chosen(
                server.get(MySqlKeys.INNODB_FLUSH_LOG_AT_TRX_COMMIT),
                known -> known.value() != 1
                        ? Verdict.violation(finding(
                                server,
                                "innodb_flush_log_at_trx_commit = " + known.value()
                                        + " reports commits before they are on disk",
                                "A crash of the machine loses the last second or more of confirmed orders, and replicas that already have them stop with duplicate keys.",
                                new Edit.Replace(known.origin(), known.key().name(), "1"),
                                Evidence.of(known)))
                        : Verdict.PASS);
    }
}
