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
import dev.tautline.settings.Dbcp2Keys;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Setting;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Stream;

/// Settings of a run that is never made.
public final class EvictionNeverRuns implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return PoolView.of(
                client,
                EnumSet.of(Pool.DBCP2),
                pool -> Rule.given(interval(client), interval -> judge(client, interval)));
    }

    private static Setting<Duration> interval(Client client) {
        var newer = client.get(Dbcp2Keys.DURATION_BETWEEN_EVICTION_RUNS);
        return newer.chosen().isPresent() ? newer : client.get(Dbcp2Keys.TIME_BETWEEN_EVICTION_RUNS_MILLIS);
    }

    private Verdict judge(Client client, Setting.Known<Duration> interval) {
        if (interval.value().isPositive()) {
            return Verdict.PASS;
        }
        return Verdict.of(Stream.of(
                        client.get(Dbcp2Keys.MIN_IDLE).chosen().filter(size -> size.value() > 0),
                        client.get(Dbcp2Keys.TEST_WHILE_IDLE).chosen().filter(Setting.Known::value),
                        client.get(Dbcp2Keys.MIN_EVICTABLE_IDLE_TIME_MILLIS).chosen(),
                        client.get(Dbcp2Keys.SOFT_MIN_EVICTABLE_IDLE_TIME_MILLIS)
                                .chosen())
                .flatMap(Optional::stream)
                .map(setting -> finding(client, setting, interval))
                .toList());
    }

    private Finding finding(Client client, Setting.Known<?> setting, Setting.Known<Duration> interval) {
        return finding(
                client,
                client.poolKey(setting.key()) + " has no effect: the pool never looks at idle connections",
                "Commons DBCP 2 tests idle connections, lets them go and keeps a minimum only in its eviction runs, and"
                        + " those are off by default. Idle connections die behind a firewall, and the first request after a"
                        + " quiet time pays for it.",
                Edits.pool(client, interval.key(), "30000"),
                Evidence.of(setting),
                Evidence.of(interval));
    }
}
