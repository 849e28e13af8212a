package dev.tautline.check.rules.pool;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Edits;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Framework;
import dev.tautline.settings.AgroalKeys;
import dev.tautline.settings.C3p0Keys;
import dev.tautline.settings.Pool;
import dev.tautline.settings.QuarkusKeys;
import dev.tautline.settings.SettingKey;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Stream;

/// Nothing tests a connection before a request gets it.
public final class DeadConnectionsHandedOut implements ClientRule {
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
                EnumSet.of(
                        Pool.TOMCAT_JDBC,
                        Pool.DROPWIZARD,
                        Pool.C3P0,
                        Pool.DRUID,
                        Pool.AGROAL,
                        Pool.IRON_JACAMAR,
                        Pool.QUARKUS),
                pool -> isOpen(pool)
                        ? Verdict.undecided("whether " + client.pool().title() + " tests connections depends on a value"
                                + " that nothing here resolves")
                        : judge(pool));
    }

    private static boolean isOpen(PoolView pool) {
        var tests = pool.keys().tests();
        return Stream.of(tests.onBorrow(), tests.whileIdle(), tests.interval())
                .flatMap(Optional::stream)
                .anyMatch(pool::isOpen);
    }

    private Verdict judge(PoolView pool) {
        var client = pool.client();
        var onBorrow = pool.keys().tests().onBorrow().orElseThrow();
        if (pool.isOn(onBorrow) || isTestedWhileIdle(pool) || isTestedBySpringBoot(pool, onBorrow)) {
            return Verdict.PASS;
        }
        var off = client.get(onBorrow).known().orElseThrow();
        return Verdict.violation(finding(
                client,
                client.pool().title() + " never tests a connection before it hands it out",
                "After a restart of the database or a cut by a firewall, request after request gets a dead connection;"
                        + " the pool takes it back and hands it to the next one.",
                Edits.pool(client, onBorrow, "true"),
                pool.evidence(off)));
    }

    private static boolean isTestedWhileIdle(PoolView pool) {
        var client = pool.client();
        return switch (client.pool()) {
            case C3P0 ->
                isPositive(client, C3p0Keys.IDLE_CONNECTION_TEST_PERIOD)
                        || pool.isOn(C3p0Keys.TEST_CONNECTION_ON_CHECKIN);
            case AGROAL ->
                Stream.of(
                                AgroalKeys.IDLE_VALIDATION,
                                AgroalKeys.IDLE_VALIDATION_MS,
                                AgroalKeys.IDLE_VALIDATION_S,
                                AgroalKeys.IDLE_VALIDATION_M,
                                AgroalKeys.VALIDATION_TIMEOUT,
                                AgroalKeys.VALIDATION_TIMEOUT_MS,
                                AgroalKeys.VALIDATION_TIMEOUT_S,
                                AgroalKeys.VALIDATION_TIMEOUT_M)
                        .anyMatch(key -> isPositive(client, key));
            case QUARKUS ->
                isPositive(client, QuarkusKeys.BACKGROUND_VALIDATION_INTERVAL)
                        || isPositive(client, QuarkusKeys.FOREGROUND_VALIDATION_INTERVAL);
            case HIKARICP, TOMCAT_JDBC, DBCP2, DRUID, IRON_JACAMAR, VERTX, DROPWIZARD, R2DBC, NONE, OTHER ->
                pool.isOn(pool.keys().tests().whileIdle().orElseThrow());
        };
    }

    private static boolean isPositive(Client client, SettingKey<Duration> key) {
        return client.get(key).knownValue().map(Duration::isPositive).orElse(false);
    }

    /// Spring Boot switches the test of a Tomcat pool on by itself, unless somebody switches it off
    /// (`DataSourceConfiguration.Tomcat`).
    private static boolean isTestedBySpringBoot(PoolView pool, SettingKey<Boolean> onBorrow) {
        return pool.client().pool() == Pool.TOMCAT_JDBC
                && pool.client().application().framework() == Framework.SPRING_BOOT
                && pool.client().get(onBorrow).chosen().isEmpty();
    }
}
