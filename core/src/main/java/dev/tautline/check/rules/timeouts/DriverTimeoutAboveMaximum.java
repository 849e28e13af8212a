package dev.tautline.check.rules.timeouts;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.time.Duration;
import java.util.List;

/// A time-out so long that the driver cannot count it.
public final class DriverTimeoutAboveMaximum implements ClientRule {
    /// pgjdbc 42.7.14 multiplies seconds by 1000 in an `int` (`ConnectionFactoryImpl.tryConnect`).
    static final Duration MAXIMUM = Duration.ofSeconds(Integer.MAX_VALUE / 1000);

    private static final List<SettingKey<Duration>> KEYS =
            List.of(PgjdbcKeys.CONNECT_TIMEOUT, PgjdbcKeys.SOCKET_TIMEOUT);

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
                url -> Verdict.of(KEYS.stream()
                        .flatMap(key -> client.get(key).chosen().stream())
                        .filter(timeout -> timeout.value().compareTo(MAXIMUM) > 0)
                        .map(timeout -> finding(client, timeout))
                        .toList()));
    }

    private Finding finding(Client client, Setting.Known<Duration> timeout) {
        return finding(
                client,
                timeout.key() + "=" + timeout.value().toSeconds() + " is more than the driver can count ("
                        + MAXIMUM.toSeconds() + " s)",
                "The driver makes milliseconds of it and the number overflows: mostly each connection"
                        + " is refused with \"timeout can't be negative\", sometimes the limit is a fraction of"
                        + " a second.",
                Edits.driver(client, timeout.key(), timeout.key().equals(PgjdbcKeys.CONNECT_TIMEOUT) ? "2" : "30"),
                Evidence.of(timeout));
    }
}
