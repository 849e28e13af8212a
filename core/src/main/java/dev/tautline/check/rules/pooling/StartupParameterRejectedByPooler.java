package dev.tautline.check.rules.pooling;

import dev.tautline.check.RouteRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Route;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.Setting;

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
        return PooledRoute.of(
                route,
                pooled -> Rule.given(
                        pooled.get(PgBouncerKeys.TRACK_EXTRA_PARAMETERS),
                        tracked ->
                                judge(pooled, tracked.value(), pooled.get(PgBouncerKeys.IGNORE_STARTUP_PARAMETERS))));
    }

    private Verdict judge(PooledRoute pooled, String tracked, Setting<String> ignore) {
        if (ignore instanceof Setting.Unresolved<String>) {
            return Rule.given(ignore, any -> Verdict.PASS);
        }
        var ignored = ignore.knownValue().orElse("");
        return Verdict.of(StartupParameters.of(pooled.client()).stream()
                .filter(wanted ->
                        !StartupParameters.isTracked(wanted, tracked) && !StartupParameters.isIgnored(wanted, ignored))
                .map(wanted -> finding(pooled, wanted))
                .distinct()
                .toList());
    }

    private Finding finding(PooledRoute pooled, StartupParameters.Wanted wanted) {
        return finding(
                pooled.route(),
                "PgBouncer refuses the start-up parameter " + wanted.name(),
                "No connection opens: every log-in fails with 08P01 \"unsupported startup parameter\", as soon as the URL goes through the pooler.",
                new Edit.Decide(
                        wanted.by().origin(),
                        "take " + wanted.by().key().name() + " out of the URL and set " + wanted.name()
                                + " for the role: ALTER ROLE … SET " + wanted.name() + " = …"),
                Evidence.of(wanted.by()),
                new Evidence("pooler", pooled.hop().label(), pooled.hop().origin()));
    }
}
