package dev.tautline.check.rules.pool;

import dev.tautline.finding.Evidence;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.AgroalKeys;
import dev.tautline.settings.Dbcp2Keys;
import dev.tautline.settings.Pool;
import dev.tautline.settings.PoolKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// One client's pool, by what all pools have in common.
record PoolView(Client client, PoolKeys keys) {
    static final Set<Pool> ALL = EnumSet.complementOf(EnumSet.of(Pool.NONE, Pool.OTHER));
    /// Those with rules beside HikariCP's own.
    static final Set<Pool> BUT_HIKARI = EnumSet.complementOf(EnumSet.of(Pool.NONE, Pool.OTHER, Pool.HIKARICP));

    /// Those of them that can replace a connection by its age.
    static final Set<Pool> WITH_LIFETIME =
            EnumSet.complementOf(EnumSet.of(Pool.NONE, Pool.OTHER, Pool.HIKARICP, Pool.IRON_JACAMAR, Pool.VERTX));

    /// Judges a client with one of these pools.
    static Verdict of(Client client, Set<Pool> pools, Function<PoolView, Verdict> judgement) {
        return pools.contains(client.pool())
                ? client.pool()
                        .keys()
                        .map(keys -> judgement.apply(new PoolView(client, keys)))
                        .orElseThrow()
                : Verdict.notApplicable("its pool is " + client.pool().title());
    }

    /// How long a request waits, under whichever of its names it is written.
    Setting<Duration> acquire() {
        return firstWritten(
                keys.times().acquire(),
                Dbcp2Keys.MAX_WAIT,
                AgroalKeys.ACQUISITION_TIMEOUT_MS,
                AgroalKeys.ACQUISITION_TIMEOUT_S,
                AgroalKeys.ACQUISITION_TIMEOUT_M);
    }

    /// How long a connection lives, under whichever of its names it is written.
    Setting<Duration> lifetime() {
        return firstWritten(
                keys.times().maxLifetime().orElseThrow(),
                Dbcp2Keys.MAX_CONN,
                AgroalKeys.MAX_LIFETIME_MS,
                AgroalKeys.MAX_LIFETIME_S,
                AgroalKeys.MAX_LIFETIME_M);
    }

    Setting<Integer> most() {
        return client.get(keys.sizes().maximum());
    }

    Setting<Integer> least() {
        return client.get(keys.sizes().minimumIdle().orElseThrow());
    }

    @SafeVarargs
    private Setting<Duration> firstWritten(SettingKey<Duration> usual, SettingKey<Duration>... others) {
        var setting = client.get(usual);
        for (var other : others) {
            var candidate = client.get(other);
            if (other.product() == keys.product()
                    && !(candidate instanceof Setting.Unset<Duration>)
                    && setting.chosen().isEmpty()) {
                return candidate;
            }
        }
        return setting;
    }

    /// A duration as it must be written for a key: each pool has its own words.
    static String written(SettingKey<Duration> key, Duration duration) {
        if (key.product() == Product.QUARKUS) {
            return duration.toSeconds() + "S";
        }
        if (key.product() == Product.DROPWIZARD) {
            return duration.toSeconds() + "s";
        }
        return switch (key.type().unit()) {
            case "ms" -> String.valueOf(duration.toMillis());
            case "s" -> String.valueOf(duration.toSeconds());
            default -> duration.toString();
        };
    }

    /// Whether a flag is on, written or by default.
    boolean isOn(SettingKey<Boolean> flag) {
        return client.get(flag).knownValue().orElse(false);
    }

    /// Whether a flag is written and cannot be resolved here.
    boolean isOpen(SettingKey<?> key) {
        return client.get(key) instanceof Setting.Unresolved<?> || client.get(key) instanceof Setting.Malformed<?>;
    }

    /// A setting as evidence; where nobody wrote it, the URL comes first, so that there is a place to go to.
    Evidence[] evidence(Setting.Known<?>... settings) {
        var evidence = new ArrayList<Evidence>();
        for (var setting : settings) {
            evidence.add(Evidence.of(setting));
        }
        if (!settings[0].isChosen()) {
            evidence.addFirst(new Evidence(
                    "url", client.urlText().shown(), client.urlText().origin()));
        }
        return evidence.toArray(Evidence[]::new);
    }

    /// The same for what has no value at all.
    Evidence[] missing(SettingKey<?> key) {
        return List.of(
                        new Evidence(
                                "url",
                                client.urlText().shown(),
                                client.urlText().origin()),
                        new Evidence(
                                client.poolKey(key), "not set", client.urlText().origin()))
                .toArray(Evidence[]::new);
    }
}
