package dev.tautline.check.rules.timeouts;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.settings.DriverKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.time.Duration;
import java.util.stream.Stream;

/// The MySQL drivers count milliseconds; a value this small was meant in seconds.
public final class DriverTimeoutInSeconds implements ClientRule {
    /// Two minutes, had it been seconds; less than a round trip across an ocean.
    private static final Duration CONNECT = Duration.ofMillis(120);
    /// Shorter than queries that nobody would call slow.
    private static final Duration READ = Duration.ofMillis(300);

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    /// The limits at or below which a value is taken for seconds.
    private static Duration suspicious(SettingKey<Duration> key, DriverKeys keys) {
        return key.equals(keys.connectTimeout()) ? CONNECT : READ;
    }

    @Override
    public Verdict judge(Client client) {
        return ClientRule.onMySql(
                client,
                (url, keys) -> Verdict.of(Stream.of(keys.connectTimeout(), keys.socketTimeout())
                        .flatMap(key -> client.get(key).chosen().stream())
                        .filter(limit -> limit.value().isPositive()
                                && limit.value().compareTo(suspicious(limit.key(), keys)) <= 0)
                        .map(limit -> finding(client, limit))
                        .toList()));
    }

    private Finding finding(Client client, Setting.Known<Duration> limit) {
        var millis = limit.value().toMillis();
        return finding(
                client,
                limit.key() + "=" + millis + " is in milliseconds: " + Words.of(limit.value()),
                "Healthy connections are given up: any hiccup of the network or any query of ordinary length ends in"
                        + " \"Communications link failure\", more often the busier the shop is.",
                Edits.driver(client, limit.key(), String.valueOf(millis * 1000)),
                Evidence.of(limit));
    }
}
