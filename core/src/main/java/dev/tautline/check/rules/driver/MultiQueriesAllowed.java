package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Reach;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.MariaDbDriverKeys;
import dev.tautline.settings.Setting;
import java.util.List;

/// One string may hold several statements.
public final class MultiQueriesAllowed implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Reach reach() {
        return Reach.PRODUCTION;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onMySql(
                client,
                (url, keys) -> client.isMigration()
                        ? Verdict.notApplicable("a migration runs scripts")
                        : ClientRule.onFirstOn(
                                client,
                                List.of(ConnectorJKeys.ALLOW_MULTI_QUERIES, MariaDbDriverKeys.ALLOW_MULTI_QUERIES),
                                flag -> Verdict.violation(finding(client, flag))));
    }

    private Finding finding(Client client, Setting.Known<Boolean> flag) {
        return finding(
                client,
                "one string may hold several statements",
                "One place that builds SQL from text, and a visitor may append a statement of their own: what would have read"
                        + " a row too many now drops a table.",
                new Edit.Remove(flag.origin(), flag.key().name()),
                Evidence.of(flag));
    }
}
