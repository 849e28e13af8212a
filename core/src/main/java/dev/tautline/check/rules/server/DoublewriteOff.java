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

/// Half-written pages cannot be mended after a crash.
public final class DoublewriteOff implements ServerRule {
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
                server.get(MySqlKeys.INNODB_DOUBLEWRITE),
                known -> !known.value()
                        ? Verdict.violation(finding(
                                server,
                                "innodb_doublewrite is off",
                                "After a crash in the middle of a write, pages are half old and half new; InnoDB stops at them, or serves them.",
                                new Edit.Replace(known.origin(), known.key().name(), "ON"),
                                Evidence.of(known)))
                        : Verdict.PASS);
    }
}
