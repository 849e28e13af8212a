package dev.tautline.check.rules.pooling;

import dev.tautline.check.RouteRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Route;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;
import java.util.Set;

/// The application's user may stop the pooler.
public final class PoolerAdminIsApplicationUser implements RouteRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.SECURITY;
    }

    @Override
    public Verdict judge(Route route) {
        return PooledRoute.of(
                route,
                pooled -> Rule.chosen(
                        pooled.get(PgBouncerKeys.ADMIN_USERS),
                        admins -> Rule.chosen(
                                pooled.client().get(SpringKeys.DATASOURCE_USERNAME),
                                user -> judge(pooled, admins, user))));
    }

    private Verdict judge(PooledRoute pooled, Setting.Known<String> admins, Setting.Known<String> user) {
        var isAdmin = Set.of(admins.value().split("\\s*,\\s*")).contains(user.value());
        return isAdmin
                ? Verdict.violation(finding(
                        pooled.route(),
                        "the application's user " + user.value() + " is an administrator of PgBouncer",
                        "A hole in the application is enough to pause or stop the pooler, and with it every service.",
                        new Edit.Decide(admins.origin(), "take " + user.value() + " out of admin_users"),
                        Evidence.of(admins),
                        Evidence.of(user)))
                : Verdict.PASS;
    }
}
