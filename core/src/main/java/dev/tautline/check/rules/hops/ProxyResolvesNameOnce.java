package dev.tautline.check.rules.hops;

import dev.tautline.check.HopRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Hop;
import dev.tautline.settings.HaproxyKeys;
import dev.tautline.settings.NginxKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;

/// HAProxy or nginx asks for the address of a name once, when it starts.
public final class ProxyResolvesNameOnce implements HopRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.NETWORK;
    }

    @Override
    public Verdict judge(Hop hop) {
        if (hop.product() != Product.HAPROXY && hop.product() != Product.NGINX) {
            return Verdict.notApplicable("no HAProxy or nginx");
        }
        var isNginx = hop.product() == Product.NGINX;
        return Verdict.of(hop.targets().stream()
                .filter(target -> !target.isFixed())
                .filter(target -> target.get(HaproxyKeys.SERVER_RESOLVERS) instanceof Setting.Unset<String>
                        && target.get(NginxKeys.SERVER_RESOLVE).known().isEmpty())
                .flatMap(target -> target.address().stream())
                .filter(address -> address.isResolved() && !address.isAddress() && !address.isLoopback())
                .limit(1)
                .map(address -> finding(
                        hop,
                        "the address of " + address.host() + " is looked up once, at start",
                        "When the database moves, the proxy goes on calling the old address until somebody restarts it;"
                                + " DNS has long been right.",
                        new Edit.Decide(
                                address.origin(),
                                isNginx
                                        ? "add resolver to the section, and resolve to the server (nginx 1.27.3)"
                                        : "add a section resolvers, and resolvers NAME to the server"),
                        new Evidence("server", address.toString(), address.origin())))
                .toList());
    }
}
