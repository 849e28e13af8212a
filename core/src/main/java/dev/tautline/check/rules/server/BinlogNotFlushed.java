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

/// MySQL does not write its binary log to disk with each commit.
public final class BinlogNotFlushed implements ServerRule {
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
        return Rule.chosen(
                server.get(MySqlKeys.SYNC_BINLOG),
                known -> known.value() != 1
                        ? Verdict.violation(finding(
                                server,
                                "sync_binlog = " + known.value() + " leaves commits out of the binary log at a crash",
                                "After a crash the primary has orders that no replica will ever get, or the other way round.",
                                new Edit.Replace(known.origin(), known.key().name(), "1"),
                                Evidence.of(known)))
                        : Verdict.PASS);
    }
}
