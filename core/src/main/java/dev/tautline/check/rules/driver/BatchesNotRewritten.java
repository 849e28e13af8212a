package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.DriverKeys;
import dev.tautline.settings.HibernateKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.util.Optional;

/// Hibernate gathers inserts, and the driver sends them one by one.
public final class BatchesNotRewritten implements ClientRule {

    @Override
    public Severity severity() {
        return Severity.LOW;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onServer(
                client,
                (url, keys) -> client.isMigration()
                        ? Verdict.notApplicable("a migration does not use Hibernate")
                        : switchOf(keys)
                                .map(key -> Rule.chosen(
                                        client.get(HibernateKeys.JDBC_BATCH_SIZE),
                                        size -> Rule.given(client.get(key), rewrites -> judge(client, size, rewrites))))
                                .orElseGet(() -> Verdict.notApplicable("the driver sends batches in bulk")));
    }

    /// MariaDB's driver sends batches of inserts in bulk by itself (`useBulkStmtsForInserts`).
    private static Optional<SettingKey<Boolean>> switchOf(DriverKeys keys) {
        if (keys.product() == Product.PGJDBC) {
            return Optional.of(PgjdbcKeys.REWRITE_BATCHED_INSERTS);
        }
        return keys.product() == Product.CONNECTOR_J
                ? Optional.of(ConnectorJKeys.REWRITE_BATCHED_STATEMENTS)
                : Optional.empty();
    }

    private Verdict judge(Client client, Setting.Known<Integer> size, Setting.Known<Boolean> rewrites) {
        return size.value() <= 1 || rewrites.value()
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "inserts are gathered in batches of " + size.value() + ", but not sent as one",
                        "The server still executes each row for itself: imports and large orders take several"
                                + " times as long as they could, and hold their connection meanwhile.",
                        Edits.driver(client, rewrites.key(), "true"),
                        Evidence.of(size),
                        Evidence.of(rewrites)));
    }
}
