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
import dev.tautline.settings.HostPort;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.Setting;
import java.time.Duration;

/// PgBouncer keeps an address for longer than a failover may take.
public final class PoolerResolvesNamesTooRarely implements HopRule {
    private static final Duration LONG = Duration.ofSeconds(30);

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
                hop.get(PgBouncerKeys.DNS_MAX_TTL),
                ttl -> hop.targets().stream()
                                .flatMap(target -> target.address().stream())
                                .allMatch(HostPort::isAddress)
                        ? Verdict.notApplicable("no names to resolve")
                        : judge(hop, ttl));
    }

    private Verdict judge(Hop hop, Setting.Known<Duration> ttl) {
        return ttl.value().compareTo(LONG) > 0
                ? Verdict.violation(finding(
                        hop,
                        "PgBouncer keeps addresses for " + Words.of(ttl.value()),
                        "After a failover the pooler calls the old node for that long, while DNS already says"
                                + " better.",
                        new Edit.Replace(ttl.origin(), "dns_max_ttl", "15"),
                        Evidence.of(ttl)))
                : Verdict.PASS;
    }
}
