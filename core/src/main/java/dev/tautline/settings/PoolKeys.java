package dev.tautline.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What every pool has under a name of its own, so that a rule need not know which pool it judges. A key is absent
/// where the pool has no such thing.
public record PoolKeys(Product product, Sizes sizes, Times times, Tests tests, Abandonment abandonment) {
    /// How many connections: at most, kept while nobody asks, opened at the start.
    public record Sizes(
            SettingKey<Integer> maximum,
            Optional<SettingKey<Integer>> minimumIdle,
            Optional<SettingKey<Integer>> initial) {}

    /// How long a request waits for a connection, and how long a connection may live and be idle.
    public record Times(
            SettingKey<Duration> acquire,
            Optional<SettingKey<Duration>> maxLifetime,
            Optional<SettingKey<Duration>> idle) {}

    /// When a connection is tested: before it is handed out, or each `interval` while it is idle, if `whileIdle` is on.
    public record Tests(
            Optional<SettingKey<Boolean>> onBorrow,
            Optional<SettingKey<Boolean>> whileIdle,
            Optional<SettingKey<Duration>> interval,
            Optional<SettingKey<String>> query) {}

    /// Connections that are not given back: reported or taken away after `after`, if `isOn` is on or absent.
    public record Abandonment(Optional<SettingKey<Boolean>> isOn, Optional<SettingKey<Duration>> after) {}

    public static final PoolKeys HIKARICP = new PoolKeys(
            Product.HIKARICP,
            sizes(HikariKeys.MAXIMUM_POOL_SIZE, HikariKeys.MINIMUM_IDLE),
            times(HikariKeys.CONNECTION_TIMEOUT, HikariKeys.MAX_LIFETIME, HikariKeys.IDLE_TIMEOUT),
            new Tests(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(HikariKeys.KEEPALIVE_TIME),
                    Optional.of(HikariKeys.CONNECTION_TEST_QUERY)),
            new Abandonment(Optional.empty(), Optional.of(HikariKeys.LEAK_DETECTION_THRESHOLD)));

    public static final PoolKeys TOMCAT_JDBC = new PoolKeys(
            Product.TOMCAT_JDBC,
            sizes(TomcatJdbcKeys.MAX_ACTIVE, TomcatJdbcKeys.MIN_IDLE, TomcatJdbcKeys.INITIAL_SIZE),
            times(TomcatJdbcKeys.MAX_WAIT, TomcatJdbcKeys.MAX_AGE, TomcatJdbcKeys.MIN_EVICTABLE_IDLE_TIME_MILLIS),
            tests(
                    TomcatJdbcKeys.TEST_ON_BORROW,
                    TomcatJdbcKeys.TEST_WHILE_IDLE,
                    TomcatJdbcKeys.TIME_BETWEEN_EVICTION_RUNS_MILLIS,
                    TomcatJdbcKeys.VALIDATION_QUERY),
            abandonment(TomcatJdbcKeys.REMOVE_ABANDONED, TomcatJdbcKeys.REMOVE_ABANDONED_TIMEOUT));

    public static final PoolKeys DBCP2 = new PoolKeys(
            Product.DBCP2,
            sizes(Dbcp2Keys.MAX_TOTAL, Dbcp2Keys.MIN_IDLE, Dbcp2Keys.INITIAL_SIZE),
            times(
                    Dbcp2Keys.MAX_WAIT_MILLIS,
                    Dbcp2Keys.MAX_CONN_LIFETIME_MILLIS,
                    Dbcp2Keys.MIN_EVICTABLE_IDLE_TIME_MILLIS),
            tests(
                    Dbcp2Keys.TEST_ON_BORROW,
                    Dbcp2Keys.TEST_WHILE_IDLE,
                    Dbcp2Keys.TIME_BETWEEN_EVICTION_RUNS_MILLIS,
                    Dbcp2Keys.VALIDATION_QUERY),
            abandonment(Dbcp2Keys.REMOVE_ABANDONED_ON_BORROW, Dbcp2Keys.REMOVE_ABANDONED_TIMEOUT));

    public static final PoolKeys C3P0 = new PoolKeys(
            Product.C3P0,
            sizes(C3p0Keys.MAX_POOL_SIZE, C3p0Keys.MIN_POOL_SIZE, C3p0Keys.INITIAL_POOL_SIZE),
            times(C3p0Keys.CHECKOUT_TIMEOUT, C3p0Keys.MAX_CONNECTION_AGE, C3p0Keys.MAX_IDLE_TIME),
            new Tests(
                    Optional.of(C3p0Keys.TEST_CONNECTION_ON_CHECKOUT),
                    Optional.empty(),
                    Optional.of(C3p0Keys.IDLE_CONNECTION_TEST_PERIOD),
                    Optional.of(C3p0Keys.PREFERRED_TEST_QUERY)),
            new Abandonment(Optional.empty(), Optional.of(C3p0Keys.UNRETURNED_CONNECTION_TIMEOUT)));

    public static final PoolKeys DRUID = new PoolKeys(
            Product.DRUID,
            sizes(DruidKeys.MAX_ACTIVE, DruidKeys.MIN_IDLE, DruidKeys.INITIAL_SIZE),
            times(DruidKeys.MAX_WAIT, DruidKeys.PHY_TIMEOUT_MILLIS, DruidKeys.MIN_EVICTABLE_IDLE_TIME_MILLIS),
            tests(
                    DruidKeys.TEST_ON_BORROW,
                    DruidKeys.TEST_WHILE_IDLE,
                    DruidKeys.TIME_BETWEEN_EVICTION_RUNS_MILLIS,
                    DruidKeys.VALIDATION_QUERY),
            abandonment(DruidKeys.REMOVE_ABANDONED, DruidKeys.REMOVE_ABANDONED_TIMEOUT_MILLIS));

    public static final PoolKeys AGROAL = new PoolKeys(
            Product.AGROAL,
            sizes(AgroalKeys.MAX_SIZE, AgroalKeys.MIN_SIZE, AgroalKeys.INITIAL_SIZE),
            times(AgroalKeys.ACQUISITION_TIMEOUT, AgroalKeys.MAX_LIFETIME, AgroalKeys.REAP_TIMEOUT),
            new Tests(
                    Optional.of(AgroalKeys.VALIDATE_ON_BORROW),
                    Optional.empty(),
                    Optional.of(AgroalKeys.VALIDATION_TIMEOUT),
                    Optional.empty()),
            new Abandonment(Optional.empty(), Optional.of(AgroalKeys.LEAK_TIMEOUT)));

    public static final PoolKeys IRON_JACAMAR = new PoolKeys(
            Product.IRON_JACAMAR,
            sizes(IronJacamarKeys.MAX_POOL_SIZE, IronJacamarKeys.MIN_POOL_SIZE, IronJacamarKeys.INITIAL_POOL_SIZE),
            new Times(
                    IronJacamarKeys.BLOCKING_TIMEOUT_MILLIS,
                    Optional.empty(),
                    Optional.of(IronJacamarKeys.IDLE_TIMEOUT_MINUTES)),
            tests(
                    IronJacamarKeys.VALIDATE_ON_MATCH,
                    IronJacamarKeys.BACKGROUND_VALIDATION,
                    IronJacamarKeys.BACKGROUND_VALIDATION_MILLIS,
                    IronJacamarKeys.CHECK_VALID_CONNECTION_SQL),
            new Abandonment(Optional.empty(), Optional.empty()));

    public static final PoolKeys VERTX = new PoolKeys(
            Product.VERTX,
            new Sizes(VertxPoolKeys.MAX_SIZE, Optional.empty(), Optional.empty()),
            new Times(VertxPoolKeys.CONNECTION_TIMEOUT, Optional.empty(), Optional.empty()),
            new Tests(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            new Abandonment(Optional.empty(), Optional.empty()));

    public static final PoolKeys QUARKUS = new PoolKeys(
            Product.QUARKUS,
            sizes(QuarkusKeys.MAX_SIZE, QuarkusKeys.MIN_SIZE, QuarkusKeys.INITIAL_SIZE),
            times(QuarkusKeys.ACQUISITION_TIMEOUT, QuarkusKeys.MAX_LIFETIME, QuarkusKeys.IDLE_REMOVAL_INTERVAL),
            new Tests(
                    Optional.of(QuarkusKeys.VALIDATE_ON_BORROW),
                    Optional.empty(),
                    Optional.of(QuarkusKeys.BACKGROUND_VALIDATION_INTERVAL),
                    Optional.of(QuarkusKeys.VALIDATION_QUERY_SQL)),
            new Abandonment(Optional.empty(), Optional.of(QuarkusKeys.LEAK_DETECTION_INTERVAL)));

    public static final PoolKeys R2DBC = new PoolKeys(
            Product.R2DBC_POOL,
            sizes(R2dbcPoolKeys.MAX_SIZE, R2dbcPoolKeys.MIN_IDLE, R2dbcPoolKeys.INITIAL_SIZE),
            times(R2dbcPoolKeys.MAX_ACQUIRE_TIME, R2dbcPoolKeys.MAX_LIFE_TIME, R2dbcPoolKeys.MAX_IDLE_TIME),
            new Tests(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(R2dbcPoolKeys.VALIDATION_QUERY)),
            new Abandonment(Optional.empty(), Optional.empty()));

    public static final PoolKeys DROPWIZARD = new PoolKeys(
            Product.DROPWIZARD,
            sizes(DropwizardKeys.MAX_SIZE, DropwizardKeys.MIN_SIZE, DropwizardKeys.INITIAL_SIZE),
            times(
                    DropwizardKeys.MAX_WAIT_FOR_CONNECTION,
                    DropwizardKeys.MAX_CONNECTION_AGE,
                    DropwizardKeys.MIN_IDLE_TIME),
            tests(
                    DropwizardKeys.CHECK_CONNECTION_ON_BORROW,
                    DropwizardKeys.CHECK_CONNECTION_WHILE_IDLE,
                    DropwizardKeys.EVICTION_INTERVAL,
                    DropwizardKeys.VALIDATION_QUERY),
            abandonment(DropwizardKeys.REMOVE_ABANDONED, DropwizardKeys.REMOVE_ABANDONED_TIMEOUT));

    /// Those of every pool.
    public static List<PoolKeys> all() {
        return List.of(
                HIKARICP, TOMCAT_JDBC, DBCP2, C3P0, DRUID, AGROAL, IRON_JACAMAR, VERTX, QUARKUS, R2DBC, DROPWIZARD);
    }

    /// Whether a request that finds no free connection waits without a limit.
    public boolean waitsForEver(Duration acquire) {
        // DBCP2 hands 0 to Commons Pool, which then does not wait at all.
        return acquire.isNegative() || (acquire.isZero() && product != Product.DBCP2);
    }

    private static Sizes sizes(SettingKey<Integer> maximum, SettingKey<Integer> minimumIdle) {
        return new Sizes(maximum, Optional.of(minimumIdle), Optional.empty());
    }

    private static Sizes sizes(
            SettingKey<Integer> maximum, SettingKey<Integer> minimumIdle, SettingKey<Integer> initial) {
        return new Sizes(maximum, Optional.of(minimumIdle), Optional.of(initial));
    }

    private static Times times(
            SettingKey<Duration> acquire, SettingKey<Duration> maxLifetime, SettingKey<Duration> idle) {
        return new Times(acquire, Optional.of(maxLifetime), Optional.of(idle));
    }

    private static Tests tests(
            SettingKey<Boolean> onBorrow,
            SettingKey<Boolean> whileIdle,
            SettingKey<Duration> interval,
            SettingKey<String> query) {
        return new Tests(Optional.of(onBorrow), Optional.of(whileIdle), Optional.of(interval), Optional.of(query));
    }

    private static Abandonment abandonment(SettingKey<Boolean> isOn, SettingKey<Duration> after) {
        return new Abandonment(Optional.of(isOn), Optional.of(after));
    }
}
