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

/// ProxySQL sends what is read to be changed to a server that cannot change it.
public final class ProxySqlSendsLocksToReaders implements HopRule {
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
        var sent = hop.get(ProxySqlKeys.LOCKING_READ_HOSTGROUP).chosen();
        if (hop.product() != Product.PROXYSQL || sent.isEmpty()) {
            return Verdict.notApplicable("no query rule of ProxySQL's is known to send a locking read anywhere");
        }
        var writer = hop.get(ProxySqlKeys.WRITER_HOSTGROUP)
                .chosen()
                .or(() -> hop.get(ProxySqlKeys.MYSQL_USERS_DEFAULT_HOSTGROUP).known());
        return writer.map(known ->
                        known.value().equals(sent.get().value()) ? Verdict.PASS : violation(hop, sent.get(), known))
                .orElseGet(() -> Verdict.undecided("no hostgroup is known to be the writer's"));
    }

    private Verdict violation(Hop hop, Setting.Known<Integer> sent, Setting.Known<Integer> writer) {
        return Verdict.violation(finding(
                hop,
                "SELECT … FOR UPDATE goes to hostgroup " + sent.value() + ", the writer is in " + writer.value(),
                "A stock that is read to be changed is locked on a replica, which locks nothing on the writer, and is older"
                        + " than what was just written: two customers buy the last one.",
                new Edit.Decide(
                        sent.origin(),
                        "put a rule for ^SELECT.*FOR (UPDATE|SHARE) with destination_hostgroup " + writer.value()
                                + " before it, or send only chosen queries to readers"),
                Evidence.of(sent),
                Evidence.of(writer)));
    }
}
