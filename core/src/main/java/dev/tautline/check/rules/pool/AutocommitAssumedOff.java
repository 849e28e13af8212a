package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HibernateKeys;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Setting;

/// Hibernate is told that the pool switches auto-commit off, and the pool does not.
public final class AutocommitAssumedOff implements ClientRule {

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onHikari(
                client,
                () -> Rule.chosen(
                        client.get(HibernateKeys.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT),
                        assumed ->
                                Rule.given(client.get(HikariKeys.AUTO_COMMIT), pool -> judge(client, assumed, pool))));
    }

    private Verdict judge(Client client, Setting.Known<Boolean> assumed, Setting.Known<Boolean> pool) {
        return assumed.value() && pool.value()
                ? Verdict.violation(finding(
                        client,
                        "Hibernate believes that auto-commit is off, but the pool leaves it on",
                        "No transaction is begun: each statement is committed by itself, and the commit at"
                                + " the end fails with \"Cannot commit when autoCommit is enabled\". Half an order stays"
                                + " in the database.",
                        Edits.pool(client, pool.key(), "false"),
                        Evidence.of(assumed),
                        Evidence.of(pool)))
                : Verdict.PASS;
    }
}
