package dev.tautline.check.rules.server;

import dev.tautline.check.Rule;
import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;
import dev.tautline.settings.PostgresKeys;

/// Half-written pages cannot be mended after a crash.
public final class FullPageWritesOff implements ServerRule {
    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Server server) {
        return Rule.chosen(
                server.get(PostgresKeys.FULL_PAGE_WRITES),
                known -> !known.value()
                        ? Verdict.violation(finding(
                                server,
                                "full_page_writes is off",
                                "After a crash in the middle of a write, pages are half old and half new, and nothing can mend or even notice them.",
                                new Edit.Replace(known.origin(), known.key().name(), "on"),
                                Evidence.of(known)))
                        : Verdict.PASS);
    }
}
