package dev.tautline.check.rules.pooling;

import dev.tautline.check.ClientRule;
import dev.tautline.check.RouteRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Route;

/// Statement pooling refuses every transaction of more than one statement.
public final class StatementPooling implements RouteRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Route route) {
        return PooledRoute.shared(
                route,
                (pooled, mode) -> mode.value().equals("statement")
                        ? Verdict.violation(finding(
                                route,
                                "pool_mode = statement refuses transactions",
                                "Whatever writes two rows together fails: PgBouncer closes the connection with"
                                        + " \"transaction blocks not allowed in statement pooling mode\".",
                                new Edit.Replace(mode.origin(), "pool_mode", "transaction"),
                                Evidence.of(mode),
                                ClientRule.url(route.client())))
                        : Verdict.PASS);
    }
}
