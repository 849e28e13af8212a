package dev.tautline.check.rules.pool;

import dev.tautline.check.Both;
import dev.tautline.check.ClientRule;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.SettingKey;
import java.time.Duration;
import java.util.function.Function;

/// What HikariCP makes of a `maxLifetime`, before it compares other times with it.
final class Lifetime {
    /// HikariCP 7.1.0, `HikariConfig.validateNumerics`: below this it takes its default.
    static final Duration MINIMUM = Duration.ofSeconds(30);

    private Lifetime() {}

    /// Judges a time that makes sense beside a lifetime that ends, where the pool takes that as it is. Other
    /// lifetimes are other rules' matter.
    static Verdict beside(
            Client client, SettingKey<Duration> time, Function<Both<Duration, Duration>, Verdict> judgement) {
        return ClientRule.onHikari(
                client,
                () -> Both.of(
                        client,
                        time,
                        HikariKeys.MAX_LIFETIME,
                        both -> both.other().value().isZero()
                                        || !isInForce(both.other().value())
                                ? Verdict.PASS
                                : judgement.apply(both)));
    }

    /// Whether the pool takes the value as it is; 0 means without end.
    static boolean isInForce(Duration lifetime) {
        return lifetime.isZero() || lifetime.compareTo(MINIMUM) >= 0;
    }
}
