package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.C3p0Keys;
import dev.tautline.settings.Dbcp2Keys;
import dev.tautline.settings.DropwizardKeys;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.TomcatJdbcKeys;
import java.util.EnumSet;

/// What a failed request left half done is committed.
public final class UnfinishedWorkCommitted implements ClientRule {
    /// A flag, and the value of it that commits.
    private record Commits(SettingKey<Boolean> flag, boolean when) {}

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
        return PoolView.of(client, EnumSet.of(Pool.TOMCAT_JDBC, Pool.DROPWIZARD, Pool.DBCP2, Pool.C3P0), pool -> {
            var commits = of(client.pool());
            return Rule.chosen(
                    client.get(commits.flag()),
                    flag -> flag.value() == commits.when() ? violation(client, flag) : Verdict.PASS);
        });
    }

    private static Commits of(Pool pool) {
        return switch (pool) {
            case C3P0 -> new Commits(C3p0Keys.AUTO_COMMIT_ON_CLOSE, true);
            case DROPWIZARD -> new Commits(DropwizardKeys.COMMIT_ON_RETURN, true);
            // Auto-commit is switched on again on return, and JDBC commits what is open then.
            case DBCP2 -> new Commits(Dbcp2Keys.ROLLBACK_ON_RETURN, false);
            case TOMCAT_JDBC, HIKARICP, DRUID, AGROAL, IRON_JACAMAR, VERTX, QUARKUS, R2DBC, NONE, OTHER ->
                new Commits(TomcatJdbcKeys.COMMIT_ON_RETURN, true);
        };
    }

    private Verdict violation(Client client, Setting.Known<Boolean> flag) {
        return Verdict.violation(finding(
                client,
                "the pool commits what is open when a connection is given back (" + client.poolKey(flag.key()) + ": "
                        + flag.value() + ")",
                "An error between two statements ends with the first one saved: half an order, a payment without its"
                        + " booking. Nobody notices until the numbers do not add up.",
                Edits.pool(client, flag.key(), String.valueOf(!flag.value())),
                Evidence.of(flag)));
    }
}
