package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.link.Framework;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.time.Duration;
import java.util.List;

/// HikariCP refuses a `connectionTimeout` or a `validationTimeout` under 250 ms, and the application does
/// not start.
public final class PoolTimeoutBelowMinimum implements ClientRule {
    /// HikariCP 7.1.0, `HikariConfig.SOFT_TIMEOUT_FLOOR`.
    private static final Duration MINIMUM = Duration.ofMillis(250);

    /// Longer than a minute nobody lets a request wait, in whatever unit.
    private static final int LONGEST_SECONDS = 60;

    private static final List<SettingKey<Duration>> KEYS =
            List.of(HikariKeys.CONNECTION_TIMEOUT, HikariKeys.VALIDATION_TIMEOUT);

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
        return ClientRule.onHikari(
                client,
                () -> Verdict.of(KEYS.stream()
                        .flatMap(key -> client.get(key).known().stream())
                        .filter(PoolTimeoutBelowMinimum::isRefused)
                        .map(timeout -> finding(client, timeout))
                        .toList()));
    }

    private static boolean isRefused(Setting.Known<Duration> timeout) {
        // A connectionTimeout of 0 is taken for "as long as it takes"; a validationTimeout of 0 is refused
        // like any below 250.
        var meansForEver = timeout.value().isZero() && timeout.key().equals(HikariKeys.CONNECTION_TIMEOUT);
        return !meansForEver && timeout.value().compareTo(MINIMUM) < 0;
    }

    /// A small number was meant in seconds; a larger one is just too short, and so is what has its unit written.
    private Finding finding(Client client, Setting.Known<Duration> timeout) {
        var millis = timeout.value().toMillis();
        var isSeconds = millis <= LONGEST_SECONDS && client.application().framework() != Framework.PLAY;
        var found = finding(
                client,
                client.poolKey(timeout.key()) + " is " + Words.of(timeout.value())
                        + "; HikariCP accepts no less than 250 ms",
                "The application does not start: \"" + timeout.key().name() + " cannot be less than 250ms\"."
                        + (isSeconds ? " The value is in milliseconds, and was probably meant in seconds." : ""),
                isSeconds
                        ? Edits.pool(client, timeout.key(), String.valueOf(Math.max(millis, 1) * 1000))
                        : new Edit.Decide(timeout.origin(), "write 250 ms or more, or 3 s, which requests can wait"),
                Evidence.of(timeout));
        return isSeconds ? found.mendedSafely() : found;
    }
}
