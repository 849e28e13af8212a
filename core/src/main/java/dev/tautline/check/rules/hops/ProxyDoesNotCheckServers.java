package dev.tautline.check.rules.hops;

import dev.tautline.check.HopRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Hop;
import dev.tautline.settings.HaproxyKeys;
import dev.tautline.settings.PgpoolKeys;
import dev.tautline.settings.Product;

/// HAProxy spreads connections over servers without looking whether they live.
public final class ProxyDoesNotCheckServers implements HopRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.NETWORK;
    }

    @Override
    public Verdict judge(Hop hop) {
        if (hop.product() == Product.PGPOOL && hop.targets().size() > 1) {
            return judgePgpool(hop);
        }
        if (hop.product() != Product.HAPROXY || hop.targets().size() < 2) {
            return Verdict.notApplicable("no HAProxy or Pgpool-II with several servers");
        }
        return Verdict.of(hop.targets().stream()
                .filter(target -> target.get(HaproxyKeys.SERVER_CHECK)
                        .knownValue()
                        .filter(checks -> !checks)
                        .isPresent())
                .limit(1)
                .map(target -> finding(
                        hop,
                        "the server " + target.name() + " is not checked",
                        "When it is down, the proxy goes on sending it its share: every second or third connection"
                                + " fails, and users are hit at random.",
                        new Edit.Decide(target.origin(), "add check to the line of the server"),
                        new Evidence("server", target.name(), target.origin())))
                .toList());
    }

    /// Off unless somebody switches it on.
    private Verdict judgePgpool(Hop hop) {
        return hop.get(PgpoolKeys.HEALTH_CHECK_PERIOD)
                .known()
                .filter(period -> period.value().isZero())
                .map(period -> Verdict.violation(finding(
                                hop,
                                "health_check_period is 0: no server is checked",
                                "A server that vanishes without a word is noticed only by the clients that hang on it; failover"
                                        + " waits for TCP to give up, minutes later.",
                                new Edit.Decide(
                                        period.isChosen() ? period.origin() : hop.origin(),
                                        "set health_check_period to 10, with health_check_max_retries"),
                                period.isChosen()
                                        ? Evidence.of(period)
                                        : new Evidence("health_check_period", "0, by default", hop.origin()))
                        .withSeverity(Severity.MEDIUM)))
                .orElse(Verdict.PASS);
    }
}
