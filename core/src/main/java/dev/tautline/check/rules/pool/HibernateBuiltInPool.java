package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Framework;
import dev.tautline.settings.HibernateKeys;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Setting;

/// The pool that Hibernate has for trying things out.
public final class HibernateBuiltInPool implements ClientRule {
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
        var isBuiltIn = client.application().framework() == Framework.JAKARTA && client.pool() == Pool.OTHER;
        return isBuiltIn
                        && client.get(HibernateKeys.CONNECTION_PROVIDER_CLASS)
                                .chosen()
                                .isEmpty()
                ? Rule.chosen(client.get(HibernateKeys.CONNECTION_POOL_SIZE), size -> violation(client, size))
                : Verdict.notApplicable("not Hibernate's own pool");
    }

    private Verdict violation(Client client, Setting.Known<Integer> size) {
        return Verdict.violation(finding(
                client,
                "connections come from Hibernate's own pool",
                "It has no test of connections, no maximum age and no limit on waiting: after a restart of the database"
                        + " it hands out dead connections. Hibernate itself warns of it at every start.",
                new Edit.Decide(
                        size.origin(), "use HikariCP: add hibernate-hikaricp and hibernate.hikari.maximumPoolSize"),
                Evidence.of(size)));
    }
}
