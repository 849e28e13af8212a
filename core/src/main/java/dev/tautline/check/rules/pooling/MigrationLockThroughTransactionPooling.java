package dev.tautline.check.rules.pooling;

import dev.tautline.check.RouteRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Route;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;

/// Flyway holds a lock of the session while its session is shared.
public final class MigrationLockThroughTransactionPooling implements RouteRule {
    @Override
    public Severity severity() {
        return Severity.CRITICAL;
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
                        pooled.client().get(SpringKeys.FLYWAY_POSTGRESQL_TRANSACTIONAL_LOCK),
                        lock -> lock.value() ? Verdict.PASS : violation(pooled, mode, lock)));
    }

    private Verdict violation(PooledRoute pooled, Setting.Known<String> mode, Setting.Known<Boolean> lock) {
        if (pooled.client().get(SpringKeys.FLYWAY_URL).chosen().isPresent()) {
            return Verdict.notApplicable("migrations have a URL of their own");
        }
        return Verdict.violation(finding(
                pooled.route(),
                "Flyway's lock belongs to a session, and " + mode.value() + " pooling changes sessions",
                "The lock of one deployment is never given back; the next instances do not start, until PgBouncer"
                        + " closes that session, by default after an hour.",
                new Edit.Decide(lock.origin(), "set spring.flyway.url to the server itself, past the pooler"),
                Evidence.of(lock),
                Evidence.of(mode)));
    }
}
