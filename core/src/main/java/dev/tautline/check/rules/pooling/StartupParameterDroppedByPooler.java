package dev.tautline.check.rules.pooling;

import dev.tautline.check.RouteRule;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Route;

/// The URL asks for a parameter that PgBouncer takes and does not apply.
public final class StartupParameterDroppedByPooler implements RouteRule {
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
        return StartupParameters.judge(route, StartupParameters.Fate.DROPPED, this::finding);
    }

    private Finding finding(PooledRoute pooled, StartupParameters.Wanted wanted) {
        return finding(
                pooled.route(),
                "PgBouncer drops the start-up parameter " + wanted.name(),
                "What the URL asks for does not hold: queries go to another schema than it says, or run without the limit that it sets. Nothing reports it.",
                StartupParameters.forTheRole(wanted),
                StartupParameters.read(pooled, wanted));
    }
}
