package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HibernateKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;

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
        return ClientRule.onPostgres(
                client,
                url -> client.isMigration()
                        ? Verdict.notApplicable("a migration does not use Hibernate")
                        : Rule.chosen(
                                client.get(HibernateKeys.JDBC_BATCH_SIZE),
                                size -> Rule.given(
                                        client.get(PgjdbcKeys.REWRITE_BATCHED_INSERTS),
                                        rewrites -> judge(client, size, rewrites))));
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
