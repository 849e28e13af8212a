package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.check.Rule;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.DruidKeys;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Setting;
import java.time.Duration;
import java.util.EnumSet;

/// A connection of Druid's must be idle for longer before it may be closed than until it must be.
public final class EvictionTimesContradict implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return PoolView.of(
                client,
                EnumSet.of(Pool.DRUID),
                pool -> Rule.given(
                        client.get(DruidKeys.MIN_EVICTABLE_IDLE_TIME_MILLIS),
                        least -> Rule.given(
                                client.get(DruidKeys.MAX_EVICTABLE_IDLE_TIME_MILLIS),
                                most -> judge(client, least, most))));
    }

    /// Equal times are allowed.
    private Verdict judge(Client client, Setting.Known<Duration> least, Setting.Known<Duration> most) {
        return least.value().compareTo(most.value()) > 0
                ? Verdict.violation(finding(client, least, most))
                : Verdict.PASS;
    }

    private Finding finding(Client client, Setting.Known<Duration> least, Setting.Known<Duration> most) {
        var first = least.isChosen() ? least : most;
        var second = least.isChosen() ? most : least;
        var other = String.valueOf(second.value().toMillis());
        return finding(
                client,
                client.poolKey(least.key()) + " (" + least.value().toMillis() + " ms) is above "
                        + client.poolKey(most.key()) + " (" + most.value().toMillis() + " ms)",
                "Druid refuses the pair when the first connection is asked for (\"maxEvictableIdleTimeMillis must be grater"
                        + " than minEvictableIdleTimeMillis\"): the application has no pool.",
                Edits.pool(client, first.key(), other),
                Evidence.of(first),
                Evidence.of(second));
    }
}
