package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.DropwizardKeys;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Setting;
import dev.tautline.settings.TomcatJdbcKeys;
import java.util.EnumSet;

/// A connection goes back to the pool with its transaction open.
public final class OpenTransactionReturned implements ClientRule {
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
        return PoolView.of(client, EnumSet.of(Pool.TOMCAT_JDBC, Pool.DROPWIZARD), pool -> {
            var isTomcat = client.pool() == Pool.TOMCAT_JDBC;
            var autoCommit = isTomcat ? TomcatJdbcKeys.DEFAULT_AUTO_COMMIT : DropwizardKeys.AUTO_COMMIT_BY_DEFAULT;
            var rollback = isTomcat ? TomcatJdbcKeys.ROLLBACK_ON_RETURN : DropwizardKeys.ROLLBACK_ON_RETURN;
            var commit = isTomcat ? TomcatJdbcKeys.COMMIT_ON_RETURN : DropwizardKeys.COMMIT_ON_RETURN;
            return Rule.chosen(
                    client.get(autoCommit),
                    auto -> auto.value() || pool.isOn(rollback) || pool.isOn(commit)
                            ? Verdict.PASS
                            : Rule.given(client.get(rollback), off -> violation(client, auto, off)));
        });
    }

    private Verdict violation(Client client, Setting.Known<Boolean> auto, Setting.Known<Boolean> off) {
        return Verdict.violation(finding(
                client,
                "auto-commit is off and nothing ends a transaction when its connection is given back",
                "A read without an explicit commit leaves the session \"idle in transaction\": it holds its locks and"
                        + " keeps rows from being cleaned up, and the next borrower works in a transaction that it did not"
                        + " begin.",
                Edits.pool(client, off.key(), "true"),
                Evidence.of(auto),
                Evidence.of(off)));
    }
}
