package dev.tautline.check.rules.capacity;

import dev.tautline.check.Both;
import dev.tautline.check.ClientRule;
import dev.tautline.check.RouteRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Instances;
import dev.tautline.link.Route;
import dev.tautline.settings.ConnectorJKeys;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.MariaDbDriverKeys;
import dev.tautline.settings.MySqlKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;

/// The statement caches of a pool want more than the server keeps.
public final class PreparedStatementsExceedServerLimit implements RouteRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Route route) {
        if (!route.hops().isEmpty() || route.servers().size() != 1) {
            return Verdict.notApplicable("not straight to one known server");
        }
        var client = route.client();
        return ClientRule.onMySql(
                client,
                (url, keys) -> ClientRule.onHikari(client, () -> {
                    var isMariaDb = keys.product() == Product.MARIADB_DRIVER;
                    return Rule.chosen(
                            client.get(
                                    isMariaDb
                                            ? MariaDbDriverKeys.USE_SERVER_PREP_STMTS
                                            : ConnectorJKeys.USE_SERVER_PREP_STMTS),
                            server -> Rule.given(
                                    client.get(
                                            isMariaDb
                                                    ? MariaDbDriverKeys.CACHE_PREP_STMTS
                                                    : ConnectorJKeys.CACHE_PREP_STMTS),
                                    cache -> server.value() && cache.value()
                                            ? judge(
                                                    route,
                                                    isMariaDb
                                                            ? MariaDbDriverKeys.PREP_STMT_CACHE_SIZE
                                                            : ConnectorJKeys.PREP_STMT_CACHE_SIZE)
                                            : Verdict.notApplicable("no statements are kept on the server")));
                }));
    }

    private Verdict judge(Route route, SettingKey<Integer> size) {
        return Both.of(
                route.client(),
                HikariKeys.MAXIMUM_POOL_SIZE,
                size,
                both -> Rule.given(
                        route.servers().getFirst().get(MySqlKeys.MAX_PREPARED_STMT_COUNT),
                        limit -> judge(route, both, limit)));
    }

    private Verdict judge(Route route, Both<Integer, Integer> both, Setting.Known<Integer> limit) {
        long instances = route.client().instances().flatMap(Instances::most).orElse(1);
        var wanted = instances * both.one().value() * both.other().value();
        return wanted <= limit.value()
                ? Verdict.PASS
                : Verdict.violation(finding(
                        route,
                        "the caches may keep " + wanted + " statements on the server, which allows " + limit.value(),
                        "When the caches have filled, hours after a start, queries of every service fail with 1461 \"Can't create"
                                + " more than max_prepared_stmt_count statements\", or are slow without a reason.",
                        new Edit.Decide(
                                both.other().origin(), "make the cache smaller, or raise max_prepared_stmt_count"),
                        Evidence.of(both.other()),
                        Evidence.of(both.one()),
                        Evidence.of(limit)));
    }
}
