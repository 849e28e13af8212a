package dev.tautline.check.rules.pooling;

import dev.tautline.check.HopRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Hop;
import dev.tautline.settings.PgBouncerKeys;

/// A client waits for ever for a server session.
public final class PoolerQueueWithoutEnd implements HopRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Hop hop) {
        return Rule.chosen(
                hop.get(PgBouncerKeys.QUERY_WAIT_TIMEOUT),
                wait -> wait.value().isZero()
                        ? Verdict.violation(finding(
                                hop,
                                "query_wait_timeout = 0 lets queries wait for ever",
                                "When all server sessions are busy, requests pile up in the pooler without an error;"
                                        + " clients that gave up long ago are still served first.",
                                new Edit.Replace(wait.origin(), "query_wait_timeout", "15"),
                                Evidence.of(wait)))
                        : Verdict.PASS);
    }
}
