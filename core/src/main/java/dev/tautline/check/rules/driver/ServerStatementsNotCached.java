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
import dev.tautline.settings.MariaDbDriverKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;

/// Each execution prepares its statement on the server anew.
public final class ServerStatementsNotCached implements ClientRule {
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
        return ClientRule.onMySql(client, (url, keys) -> {
            var isMariaDb = keys.product() == Product.MARIADB_DRIVER;
            var server = isMariaDb ? MariaDbDriverKeys.USE_SERVER_PREP_STMTS : ConnectorJKeys.USE_SERVER_PREP_STMTS;
            var cache = isMariaDb ? MariaDbDriverKeys.CACHE_PREP_STMTS : ConnectorJKeys.CACHE_PREP_STMTS;
            return Rule.chosen(
                    client.get(server),
                    prepares -> Rule.given(client.get(cache), caches -> judge(client, prepares, caches)));
        });
    }

    private Verdict judge(Client client, Setting.Known<Boolean> prepares, Setting.Known<Boolean> caches) {
        return !prepares.value() || caches.value()
                ? Verdict.PASS
                : Verdict.violation(finding(
                        client,
                        "statements are prepared on the server, and thrown away after each use",
                        "Each query takes a round trip more to prepare it and another message to close it: with the switch that"
                                + " was to make queries faster, every one of them is slower.",
                        Edits.driver(client, caches.key(), "true"),
                        Evidence.of(prepares),
                        Evidence.of(caches)));
    }
}
