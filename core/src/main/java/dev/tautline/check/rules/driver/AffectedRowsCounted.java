package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.MariaDbDriverKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;

/// Updates that change nothing count as updates of nothing.
public final class AffectedRowsCounted implements ClientRule {
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
        return ClientRule.onMySql(
                client,
                (url, keys) -> Rule.chosen(
                        client.get(
                                keys.product() == Product.MARIADB_DRIVER
                                        ? MariaDbDriverKeys.USE_AFFECTED_ROWS
                                        : ConnectorJKeys.USE_AFFECTED_ROWS),
                        flag -> judge(client, flag)));
    }

    private Verdict judge(Client client, Setting.Known<Boolean> flag) {
        if (!flag.value()) {
            return Verdict.PASS;
        }
        return client.libraries()
                .hasJpa()
                .map(hasJpa -> hasJpa ? Verdict.violation(finding(client, flag)) : Verdict.PASS)
                .orElseGet(() -> Verdict.undecided("no build file tells whether JPA counts the rows"));
    }

    private Finding finding(Client client, Setting.Known<Boolean> flag) {
        return finding(
                client,
                "JPA counts rows, and useAffectedRows leaves out those that an update did not change",
                "An update that sets what is already there counts as none; Hibernate takes that for a row that somebody"
                        + " deleted, and the request fails with StaleObjectStateException although all is well.",
                new Edit.Remove(flag.origin(), flag.key().name()),
                Evidence.of(flag));
    }
}
