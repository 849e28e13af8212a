package dev.tautline.check.rules.pooling;

import dev.tautline.check.RouteRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Route;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Setting;
import java.util.regex.Pattern;

/// A `SET` when a connection opens stays on a server session that other clients are given.
public final class SessionSettingThroughTransactionPooling implements RouteRule {
    private static final Pattern SETS_SESSION =
            Pattern.compile("(?i)\\bset\\s+(?!local\\b|transaction\\b)\\w|\\bset_config\\s*\\([^)]*,\\s*false\\s*\\)");

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Route route) {
        return PooledRoute.shared(
                route,
                (pooled, mode) -> Rule.chosen(
                        pooled.client().get(HikariKeys.CONNECTION_INIT_SQL),
                        sql -> SETS_SESSION.matcher(sql.value()).find() ? violation(pooled, mode, sql) : Verdict.PASS));
    }

    private Verdict violation(PooledRoute pooled, Setting.Known<String> mode, Setting.Known<String> sql) {
        return Verdict.violation(finding(
                pooled.route(),
                "connection-init-sql sets something for a session that " + mode.value() + " pooling shares",
                "Other clients run with this setting, and this one runs without it: limits and schemas change from"
                        + " query to query.",
                new Edit.Decide(sql.origin(), "set it for the role with ALTER ROLE … SET, and remove the init SQL"),
                Evidence.of(sql),
                Evidence.of(mode)));
    }
}
