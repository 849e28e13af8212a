package dev.tautline.check.rules.hops;

import dev.tautline.check.HopRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Hop;
import dev.tautline.settings.ProxySqlKeys;

/// ProxySQL watches the servers as root.
public final class ProxySqlMonitorsAsRoot implements HopRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Hop hop) {
        return Rule.chosen(
                hop.get(ProxySqlKeys.MONITOR_USERNAME),
                user -> user.value().equals("root")
                        ? Verdict.violation(finding(
                                hop,
                                "ProxySQL watches the servers as root",
                                "The password of root stands in the file of a proxy; whoever reads it owns every"
                                        + " server behind.",
                                new Edit.Replace(user.origin(), "monitor_username", "\"monitor\""),
                                Evidence.of(user)))
                        : Verdict.PASS);
    }
}
