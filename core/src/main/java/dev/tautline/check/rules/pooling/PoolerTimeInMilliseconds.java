package dev.tautline.check.rules.pooling;

import dev.tautline.check.HopRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.finding.Words;
import dev.tautline.link.Hop;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A time of PgBouncer is written in milliseconds; PgBouncer reads seconds.
public final class PoolerTimeInMilliseconds implements HopRule {
    /// More than an hour: nobody waits for so long on purpose.
    private static final Duration ABSURD = Duration.ofSeconds(5_000);

    private static final List<SettingKey<Duration>> LIMITS = List.of(
            PgBouncerKeys.QUERY_TIMEOUT,
            PgBouncerKeys.QUERY_WAIT_TIMEOUT,
            PgBouncerKeys.IDLE_TRANSACTION_TIMEOUT,
            PgBouncerKeys.TRANSACTION_TIMEOUT,
            PgBouncerKeys.CLIENT_LOGIN_TIMEOUT,
            PgBouncerKeys.SERVER_CONNECT_TIMEOUT,
            PgBouncerKeys.SERVER_LOGIN_RETRY);

    /// A day and more: sessions may well live, or be idle, for hours.
    private static final Duration ABSURD_FOR_SESSIONS = Duration.ofSeconds(100_000);

    private static final List<SettingKey<Duration>> OF_SESSIONS = List.of(
            PgBouncerKeys.SERVER_IDLE_TIMEOUT, PgBouncerKeys.SERVER_LIFETIME, PgBouncerKeys.CLIENT_IDLE_TIMEOUT);

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Hop hop) {
        return Verdict.of(Stream.concat(absurd(hop, LIMITS, ABSURD), absurd(hop, OF_SESSIONS, ABSURD_FOR_SESSIONS))
                .map(limit -> finding(hop, limit))
                .toList());
    }

    private static Stream<Setting.Known<Duration>> absurd(Hop hop, List<SettingKey<Duration>> keys, Duration from) {
        return keys.stream()
                .flatMap(key -> hop.get(key).chosen().stream())
                .filter(limit ->
                        limit.value().compareTo(from) >= 0 && limit.value().toSeconds() % 1000 == 0);
    }

    private Finding finding(Hop hop, Setting.Known<Duration> limit) {
        var seconds = limit.value().toSeconds();
        return finding(
                hop,
                limit.key().name() + " = " + seconds + " is " + Words.of(limit.value())
                        + ": PgBouncer counts in seconds",
                "The limit never acts: what it should have ended, hangs for hours.",
                new Edit.Replace(limit.origin(), limit.key().name(), String.valueOf(seconds / 1000)),
                Evidence.of(limit));
    }
}
