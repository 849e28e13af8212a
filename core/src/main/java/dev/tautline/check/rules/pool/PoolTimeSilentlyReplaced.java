package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;

/// A time under the pool's floor is replaced or switched off with one warning at start.
public final class PoolTimeSilentlyReplaced implements ClientRule {
    /// HikariCP 7.1.0, `HikariConfig.validateNumerics`.
    private static final Map<SettingKey<Duration>, Duration> FLOORS = Map.of(
            HikariKeys.IDLE_TIMEOUT, Duration.ofSeconds(10),
            HikariKeys.KEEPALIVE_TIME, Duration.ofSeconds(30),
            HikariKeys.LEAK_DETECTION_THRESHOLD, Duration.ofSeconds(2));

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
        return ClientRule.onHikari(
                client,
                () -> Verdict.of(FLOORS.keySet().stream()
                        .sorted(Comparator.comparing(SettingKey::name))
                        .flatMap(key -> client.get(key).chosen().stream())
                        .filter(PoolTimeSilentlyReplaced::isBelowFloor)
                        .map(time -> finding(client, time))
                        .toList()));
    }

    private static boolean isBelowFloor(Setting.Known<Duration> time) {
        var floor = FLOORS.getOrDefault(time.key(), Duration.ZERO);
        return time.value().isPositive() && time.value().compareTo(floor) < 0;
    }

    private Finding finding(Client client, Setting.Known<Duration> time) {
        var floor = FLOORS.getOrDefault(time.key(), Duration.ZERO);
        var instead = time.key().equals(HikariKeys.IDLE_TIMEOUT) ? "takes 10 minutes instead" : "switches it off";
        return finding(
                client,
                client.poolKey(time.key()) + " is " + Words.of(time.value()) + "; HikariCP accepts no less than "
                        + Words.of(floor),
                "HikariCP " + instead
                        + " with one warning at start. What the value was meant to guard against happens all"
                        + " the same.",
                Edits.pool(
                        client, time.key(), String.valueOf(Math.max(time.value().toMillis() * 1000, floor.toMillis()))),
                Evidence.of(time));
    }
}
