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
import dev.tautline.settings.Setting;

/// A proxy in front of databases that expects requests of the web.
public final class ProxySpeaksHttp implements HopRule {
    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.NETWORK;
    }

    @Override
    public Verdict judge(Hop hop) {
        if (hop.product() != Product.HAPROXY) {
            return Verdict.notApplicable("no HAProxy");
        }
        return hop.get(HaproxyKeys.MODE)
                .chosen()
                .filter(mode -> mode.value().equals("http"))
                .map(mode -> violation(hop, mode))
                .orElse(Verdict.PASS);
    }

    private Verdict violation(Hop hop, Setting.Known<String> mode) {
        return Verdict.violation(finding(
                hop,
                hop.name() + " leads to databases and is in mode http",
                "HAProxy answers the first bytes of a database's client with \"HTTP/1.0 400 Bad request\": no connection is"
                        + " ever made.",
                new Edit.Decide(hop.origin(), "write mode tcp in this section"),
                Evidence.of(mode)));
    }
}
