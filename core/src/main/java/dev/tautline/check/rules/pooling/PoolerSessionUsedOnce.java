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
import dev.tautline.settings.Setting;
import java.time.Duration;

/// `server_lifetime = 0` does not mean "for ever": each session of the server is used once.
public final class PoolerSessionUsedOnce implements HopRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Hop hop) {
        return Rule.chosen(hop.get(PgBouncerKeys.SERVER_LIFETIME), lifetime -> judge(hop, lifetime));
    }

    private Verdict judge(Hop hop, Setting.Known<Duration> lifetime) {
        return lifetime.value().isPositive()
                ? Verdict.PASS
                : Verdict.violation(finding(
                        hop,
                        "server_lifetime = 0 uses each session of the server once",
                        "For each transaction PgBouncer opens a session of the server and closes it afterwards: the server is"
                                + " busy with log-ins, and every request waits for one, as if there were no pooler.",
                        new Edit.Replace(lifetime.origin(), lifetime.key().name(), "3600"),
                        Evidence.of(lifetime)));
    }
}
