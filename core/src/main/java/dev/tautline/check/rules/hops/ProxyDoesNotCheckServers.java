package dev.tautline.check.rules.hops;

import dev.tautline.check.HopRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Hop;
import dev.tautline.settings.HaproxyKeys;
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
        if (hop.product() != Product.HAPROXY || hop.targets().size() < 2) {
            return Verdict.notApplicable("no HAProxy with several servers");
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
}
