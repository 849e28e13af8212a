package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.MariaDbDriverKeys;
import dev.tautline.settings.Setting;

/// The driver pools connections below the pool.
public final class PoolInsidePool implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onMariaDb(
                client,
                url -> ClientRule.onHikari(
                        client, () -> Rule.chosen(client.get(MariaDbDriverKeys.POOL), flag -> judge(client, flag))));
    }

    private Verdict judge(Client client, Setting.Known<Boolean> flag) {
        return !flag.value()
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "the driver has a pool of its own below HikariCP",
                        "HikariCP's limits are not those that hold: the driver's pool ends at 8 connections by default, keeps"
                                + " those that HikariCP closes, and hands them out again. Requests wait, and HikariCP's numbers"
                                + " do not tell for what.",
                        new Edit.Remove(flag.origin(), flag.key().name()),
                        Evidence.of(flag)));
    }
}
