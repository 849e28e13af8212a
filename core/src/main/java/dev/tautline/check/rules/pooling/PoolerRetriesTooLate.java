package dev.tautline.check.rules.pooling;

import dev.tautline.check.HopRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Hop;
import dev.tautline.settings.PgBouncerKeys;
import java.time.Duration;

/// After a failed log-in PgBouncer waits for long before it tries again.
public final class PoolerRetriesTooLate implements HopRule {
    /// The documented default.
    private static final Duration DEFAULT = Duration.ofSeconds(15);

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
                hop.get(PgBouncerKeys.SERVER_LOGIN_RETRY),
                retry -> retry.value().compareTo(DEFAULT) > 0
                        ? Verdict.violation(finding(
                                hop,
                                "PgBouncer tries again only " + Words.of(retry.value()) + " after a failed log-in",
                                "The database is back, and for that long every client still gets \"server login has"
                                        + " been failing, cached error\".",
                                new Edit.Replace(retry.origin(), "server_login_retry", "5"),
                                Evidence.of(retry)))
                        : Verdict.PASS);
    }
}
