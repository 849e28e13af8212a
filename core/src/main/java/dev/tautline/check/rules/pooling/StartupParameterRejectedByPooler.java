package dev.tautline.check.rules.pooling;

import dev.tautline.check.RouteRule;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Route;

/// The URL asks for a parameter that PgBouncer does not take.
public final class StartupParameterRejectedByPooler implements RouteRule {
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
        return StartupParameters.judge(route, StartupParameters.Fate.REJECTED, this::finding);
    }

    private Finding finding(PooledRoute pooled, StartupParameters.Wanted wanted) {
        return finding(
                pooled.route(),
                "PgBouncer refuses the start-up parameter " + wanted.name(),
                "No connection opens: every log-in fails with 08P01 \"unsupported startup parameter\", as soon as the URL goes through the pooler.",
                StartupParameters.forTheRole(wanted),
                StartupParameters.read(pooled, wanted));
    }
}
