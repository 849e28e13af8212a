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
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.time.Duration;
import java.util.List;

/// pgjdbc's limits are in seconds; a value of thousands was meant in milliseconds.
public final class DriverTimeoutInMilliseconds implements ClientRule {
    /// An hour: no connect, log-in or read of a service is meant to take that long, and 3600 ms read as
    /// seconds is more.
    private static final Duration SUSPICIOUS = Duration.ofHours(1);

    private static final List<SettingKey<Duration>> SECONDS = List.of(
            PgjdbcKeys.CONNECT_TIMEOUT,
            PgjdbcKeys.LOGIN_TIMEOUT,
            PgjdbcKeys.SOCKET_TIMEOUT,
            PgjdbcKeys.CANCEL_SIGNAL_TIMEOUT);

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
        return ClientRule.onPostgres(
                client,
                url -> Verdict.of(SECONDS.stream()
                        .flatMap(key -> client.get(key).chosen().stream())
                        .filter(timeout -> timeout.value().compareTo(SUSPICIOUS) > 0)
                        .filter(timeout -> timeout.value().compareTo(DriverTimeoutAboveMaximum.MAXIMUM) <= 0)
                        .map(timeout -> finding(client, timeout))
                        .toList()));
    }

    private Finding finding(Client client, Setting.Known<Duration> timeout) {
        var meant = Math.max(1, timeout.value().toSeconds() / 1000);
        return finding(
                        client,
                        timeout.key() + "=" + timeout.value().toSeconds() + " is in seconds: "
                                + Words.of(timeout.value()),
                        "The limit is as good as none. In the next network fault threads hang for hours, and the file looks as if"
                                + " that had been taken care of.",
                        Edits.driver(client, timeout.key(), String.valueOf(meant)),
                        Evidence.of(timeout))
                .mendedSafely();
    }
}
