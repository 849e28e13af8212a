package dev.tautline.check.rules.hops;

import dev.tautline.check.HopRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Hop;
import dev.tautline.settings.Product;
import dev.tautline.settings.ProxySqlKeys;
import dev.tautline.settings.Setting;

/// ProxySQL knows writers and readers, and never moves one.
public final class ProxySqlFollowsNoWriter implements HopRule {
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
        if (hop.product() != Product.PROXYSQL) {
            return Verdict.notApplicable("no ProxySQL");
        }
        var groups = hop.targets().stream()
                .flatMap(target -> target.get(ProxySqlKeys.MYSQL_SERVERS_HOSTGROUP_ID).chosen().stream())
                .toList();
        var several = groups.stream().map(Setting.Known::value).distinct().count() > 1;
        return several && hop.get(ProxySqlKeys.WRITER_HOSTGROUP) instanceof Setting.Unset<Integer>
                ? Verdict.violation(finding(
                        hop,
                        "servers stand in several hostgroups, and nothing tells which one is for the writer",
                        "After a failover ProxySQL goes on sending writes to the former primary: error 1290, for every"
                                + " order, until somebody edits its tables.",
                        new Edit.Decide(
                                groups.getFirst().origin(),
                                "add mysql_replication_hostgroups with writer_hostgroup and reader_hostgroup"),
                        Evidence.of(groups.getFirst())))
                : Verdict.PASS;
    }
}
