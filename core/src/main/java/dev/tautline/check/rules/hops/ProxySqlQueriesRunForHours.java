package dev.tautline.check.rules.hops;

import dev.tautline.check.HopRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Hop;
import dev.tautline.settings.ProxySqlKeys;
import java.time.Duration;

/// ProxySQL ends no query before hours are over.
public final class ProxySqlQueriesRunForHours implements HopRule {
    private static final Duration LONG = Duration.ofHours(1);

    @Override
    public Severity severity() {
        return Severity.LOW;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Hop hop) {
        return Rule.chosen(
                hop.get(ProxySqlKeys.DEFAULT_QUERY_TIMEOUT),
                limit -> limit.value().compareTo(LONG) >= 0
                        ? Verdict.violation(finding(
                                hop,
                                "default_query_timeout lets a query run for " + Words.of(limit.value()),
                                "A query that went wrong holds its connection and its locks for hours.",
                                new Edit.Replace(limit.origin(), "default_query_timeout", "60000"),
                                Evidence.of(limit)))
                        : Verdict.PASS);
    }
}
