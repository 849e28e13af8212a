package dev.tautline.check.rules.hops;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.RouteRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.link.Route;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Setting;
import java.time.Duration;

/// Something on the way cuts silent connections before the pool uses, pings or replaces them.
public final class IdleCutBeforePoolRecycles implements RouteRule {
    /// HikariCP 7.1.0 switches a shorter keep-alive off.
    private static final Duration LEAST_PING = Duration.ofSeconds(30);

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
        var cut = IdleLimit.shortest(route);
        if (cut.isEmpty()) {
            return Verdict.notApplicable("no idle limit is known on the way");
        }
        var client = route.client();
        return ClientRule.onHikari(
                client,
                () -> Rule.given(
                        client.get(HikariKeys.KEEPALIVE_TIME),
                        ping -> Rule.given(
                                client.get(HikariKeys.MAX_LIFETIME), life -> judge(route, cut.get(), ping, life))));
    }

    private Verdict judge(Route route, IdleLimit cut, Setting.Known<Duration> ping, Setting.Known<Duration> life) {
        var limit = cut.limit().value();
        var pings = ping.value().compareTo(LEAST_PING) >= 0
                && (life.value().isZero() || ping.value().compareTo(life.value()) < 0);
        var silent = pings ? ping : life;
        var isInTime = silent.value().isPositive()
                && (pings ? silent.value().compareTo(limit) < 0 : silent.value().compareTo(limit) <= 0);
        if (isInTime) {
            return Verdict.PASS;
        }
        return Verdict.violation(finding(
                route,
                cut.by() + " cuts connections that are silent for " + Words.of(limit) + "; the pool keeps them for "
                        + (silent.value().isZero() ? "ever" : Words.of(silent.value())),
                "After a quiet hour the first requests fail with \"This connection has been closed\", one per dead"
                        + " connection of the pool.",
                edit(route.client(), cut),
                Evidence.of(cut.limit()),
                Evidence.of(silent)));
    }

    private static Edit edit(Client client, IdleLimit cut) {
        var half = cut.limit().value().dividedBy(2);
        return half.compareTo(LEAST_PING) >= 0
                ? Edits.pool(client, HikariKeys.KEEPALIVE_TIME, String.valueOf(half.toMillis()))
                : new Edit.Decide(
                        cut.limit().origin(), "raise " + cut.limit().key().name() + " to 30 minutes or more");
    }
}
