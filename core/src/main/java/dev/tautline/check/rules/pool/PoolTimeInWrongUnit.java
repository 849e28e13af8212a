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
import dev.tautline.settings.PoolKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// A bare number among the times of a pool makes sense in the other unit alone. HikariCP refuses such values by
/// itself: [PoolTimeoutBelowMinimum] and [MaxLifetimeBelowMinimum].
public final class PoolTimeInWrongUnit implements ClientRule {
    /// A minute, had it been seconds. No request is done in so few milliseconds once it must wait.
    private static final Duration LONGEST_WAIT = Duration.ofMillis(60);
    /// Two hours, had it been seconds. Connections that live for so few milliseconds are no pool.
    private static final Duration LONGEST_LIFE = Duration.ofMillis(7_200);
    /// A minute, had it been milliseconds.
    private static final long FEWEST_MILLIS = 60_000;
    /// Eleven days, in seconds: longer than anybody writes in hours.
    private static final long ABSURD_SECONDS = 1_000_000;

    /// Nobody waits a quarter of an hour for a connection on purpose.
    private static final Duration LONGEST_PATIENCE = Duration.ofMinutes(15);

    private static final long SECONDS_OF_AN_HOUR = 3_600;

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
                PoolView.BUT_HIKARI,
                pool -> Verdict.of(Stream.concat(tooShort(pool), tooLong(pool)).toList()));
    }

    private Stream<Finding> tooShort(PoolView pool) {
        var wait = meant("ms", pool.acquire(), LONGEST_WAIT)
                .map(limit -> finding(
                        pool.client(),
                        limit,
                        limit.value().multipliedBy(1_000),
                        "milliseconds",
                        "A request that does not find a free connection at once fails, although one would have come"
                                + " back within the second: errors in every small rush."));
        var life = pool.keys()
                .times()
                .maxLifetime()
                .flatMap(_ -> meant("ms", pool.lifetime(), LONGEST_LIFE))
                .map(limit -> finding(
                        pool.client(),
                        limit,
                        limit.value().multipliedBy(1_000),
                        "milliseconds",
                        "Every request opens a connection of its own and throws it away: the server spends its time"
                                + " on log-ins, and the pool is none."));
        return Stream.concat(wait.stream(), life.stream());
    }

    private static Optional<Setting.Known<Duration>> meant(String unit, Setting<Duration> setting, Duration longest) {
        return setting.chosen()
                .filter(limit -> unit.equals(limit.key().type().unit()))
                .filter(limit -> limit.value().isPositive() && limit.value().compareTo(longest) <= 0);
    }

    private Stream<Finding> tooLong(PoolView pool) {
        var keys = pool.keys();
        var wait = pool.acquire()
                .chosen()
                .filter(limit ->
                        "s".equals(limit.key().type().unit()) && limit.value().compareTo(LONGEST_PATIENCE) >= 0)
                .map(limit -> finding(
                        pool.client(),
                        limit,
                        limit.value().dividedBy(1_000),
                        "seconds",
                        "When the pool is used up, requests hang for as long as that; no caller waits so long, and their"
                                + " threads are gone."));
        return Stream.concat(wait.stream(), kept(pool, keys));
    }

    private Stream<Finding> kept(PoolView pool, PoolKeys keys) {
        return Stream.of(
                        keys.times().maxLifetime(),
                        keys.times().idle(),
                        keys.tests().interval(),
                        keys.abandonment().after())
                .flatMap(Optional::stream)
                .distinct()
                .flatMap(key -> inMillis(pool.client(), key).stream())
                .map(limit -> finding(
                        pool.client(),
                        limit,
                        limit.value().dividedBy(1_000),
                        "seconds",
                        "The pool never does what this was written for: connections that a firewall or the server cut"
                                + " long ago stay in it, and the first request after a quiet hour gets one."));
    }

    private static Optional<Setting.Known<Duration>> inMillis(Client client, SettingKey<Duration> key) {
        return client.get(key)
                .chosen()
                .filter(limit -> "s".equals(key.type().unit()))
                .filter(limit -> isThousands(limit.value().toSeconds()));
    }

    /// Whole hours are written in seconds on purpose, as long as there are not hundreds of them.
    private static boolean isThousands(long seconds) {
        return seconds % 1_000 == 0
                && (seconds >= ABSURD_SECONDS || (seconds >= FEWEST_MILLIS && seconds % SECONDS_OF_AN_HOUR != 0));
    }

    private Finding finding(
            Client client, Setting.Known<Duration> limit, Duration meant, String unit, String consequence) {
        return finding(
                client,
                client.poolKey(limit.key()) + " is " + Words.of(limit.value()) + ": "
                        + client.pool().title() + " counts in " + unit,
                consequence,
                Edits.pool(client, limit.key(), PoolView.written(limit.key(), meant)),
                Evidence.of(limit));
    }
}
