package dev.tautline.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import com.zaxxer.hikari.metrics.IMetricsTracker;
import com.zaxxer.hikari.util.Credentials;
import dev.tautline.agent.AgentReport.ConnectFailure;
import dev.tautline.agent.AgentReport.EffectiveSetting;
import dev.tautline.agent.AgentReport.PoolReport;
import dev.tautline.agent.AgentReport.PoolSecond;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgentTest {
    private final ManualClock clock = new ManualClock();
    private final Agent agent =
            Agent.forService("chandlery").instance("shop-1").clock(clock).build();
    private final ScriptedDriver driver = new ScriptedDriver();
    private final HikariDataSource pool = pool();

    private HikariDataSource pool() {
        HikariDataSource source = new HikariDataSource();
        source.setPoolName("chandlery");
        source.setDataSource(driver);
        source.setMaximumPoolSize(1);
        source.setConnectionTimeout(250);
        source.setInitializationFailTimeout(-1);
        return source;
    }

    @AfterEach
    void close() {
        pool.close();
        agent.close();
    }

    @Test
    void observesAPoolInOneLine() throws SQLException {
        assertThat(agent.observe(pool).unobserved()).isEmpty();
        try (Connection _ = pool.getConnection()) {
            PoolReport busy = report();
            assertThat(busy.active()).isEqualTo(1);
            assertThat(busy.maximum()).isEqualTo(1);
        }
        clock.advance(Duration.ofSeconds(1));
        PoolSecond second = report().seconds().getLast();
        assertThat(second.acquireMicros().count()).isEqualTo(1);
        assertThat(second.holdMicros().count()).isEqualTo(1);
        assertThat(second.connectMicros().count()).isEqualTo(1);
    }

    @Test
    void countsWaitsThatEndWithoutAConnection() throws SQLException {
        agent.observe(pool);
        try (Connection _ = pool.getConnection()) {
            assertThatThrownBy(pool::getConnection).isInstanceOf(SQLTransientConnectionException.class);
        }
        clock.advance(Duration.ofSeconds(1));
        PoolSecond second = report().seconds().getLast();
        assertThat(second.acquireTimeouts()).isEqualTo(1);
        assertThat(second.acquireMicros().max()).isGreaterThanOrEqualTo(250_000);
    }

    @Test
    void countsFailedCallsBySqlStateAndLeavesTheVerdictToWhoHadIt() throws SQLException {
        AtomicInteger asked = new AtomicInteger();
        pool.setConnectionTimeout(5_000);
        pool.setExceptionOverride(new Lenient(asked));
        agent.observe(pool);
        driver.callFailure = new SQLException("cannot execute INSERT in a read-only transaction", "25006");
        try (Connection connection = pool.getConnection()) {
            assertThatThrownBy(connection::getCatalog).hasMessageContaining("read-only");
            assertThatThrownBy(connection::getCatalog).hasMessageContaining("read-only");
        }
        clock.advance(Duration.ofSeconds(1));

        assertThat(report().seconds().getLast().statementsFailed()).containsExactly(Map.entry("25006", 2));
        assertThat(asked).hasValue(2);
        assertThat(report().configuration()).extracting(EffectiveSetting::name).doesNotContain("exceptionOverride");
    }

    /// Whatever fails, the connection is kept.
    private record Lenient(AtomicInteger asked) implements SQLExceptionOverride {
        @java.lang.Override
        public SQLExceptionOverride.Override adjudicate(SQLException failure) {
            asked.incrementAndGet();
            return SQLExceptionOverride.Override.DO_NOT_EVICT;
        }
    }

    @Test
    void tellsRequestsUnderWayAndWhatTheProcessUsed() {
        try (RequestScope _ = agent.request()) {
            assertThat(process().requestsInFlight()).isEqualTo(1);
        }
        assertThat(process().requestsInFlight()).isZero();
        assertThat(process().requestThreads()).isNull();
        assertThat(process().processors()).isPositive();
        assertThat(process().cpuMillisTotal()).isPositive();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Agent.forService("chandlery").requestThreads(0));
    }

    private AgentReport.ProcessReport process() {
        return Objects.requireNonNull(agent.report().process());
    }

    @Test
    void groupsFailedConnectsByHostStepAndSqlState() throws SQLException {
        driver.failures.add(
                new SQLException("The connection attempt failed.", "08001", new UnknownHostException("db-1")));
        driver.failures.add(new SQLException("FATAL: password authentication failed for user \"shop\"", "28P01"));
        driver.failures.add(new SQLException("FATAL: password authentication failed for user \"shop\"", "28P01"));
        pool.setConnectionTimeout(5_000);
        agent.observe(pool);
        try (Connection _ = pool.getConnection()) {
            assertThat(report().connectFailures())
                    .extracting(ConnectFailure::step, ConnectFailure::sqlState, ConnectFailure::count)
                    .containsExactly(tuple("resolve", "08001", 1), tuple("authenticate", "28P01", 2));
        }
        clock.advance(Duration.ofSeconds(61));
        assertThat(report().connectFailures()).isEmpty();
    }

    @Test
    void sharesTheMetricsCallbacksWithATrackerThatWasThereFirst() throws SQLException {
        AtomicInteger acquired = new AtomicInteger();
        pool.setMetricsTrackerFactory((name, stats) -> new IMetricsTracker() {
            @Override
            public void recordConnectionAcquiredNanos(long nanos) {
                acquired.incrementAndGet();
            }
        });
        agent.observe(pool);
        pool.getConnection().close();
        clock.advance(Duration.ofSeconds(1));
        assertThat(acquired).hasValue(1);
        assertThat(report().seconds().getLast().acquireMicros().count()).isEqualTo(1);
    }

    @Test
    void connectsWithCredentialsRotatedWhileThePoolRuns() throws SQLException {
        pool.setUsername("shop");
        pool.setPassword("first");
        agent.observe(pool);
        pool.getConnection().close();
        assertThat(driver.lastPassword).isEqualTo("first");
        pool.getHikariConfigMXBean().setCredentials(Credentials.of("shop", "second"));
        pool.getHikariPoolMXBean().softEvictConnections();
        pool.getConnection().close();
        assertThat(driver.lastPassword).isEqualTo("second");
    }

    @Test
    void saysWhatItCannotObserveOfARunningPool() throws SQLException {
        pool.setConnectionTimeout(5_000);
        pool.getConnection().close();
        assertThat(agent.observe(pool).unobserved()).singleElement().asString().contains("failed connects");
        pool.getConnection().close();
        clock.advance(Duration.ofSeconds(1));
        assertThat(report().seconds().getLast().acquireMicros().count()).isEqualTo(1);
        assertThat(report().unobserved()).isNotEmpty();
    }

    @Test
    void leavesALimitOnConnectingWithTheDriver() throws SQLException {
        agent.observe(pool);
        pool.getConnection().close();
        assertThat(driver.getLoginTimeout()).isEqualTo(1);
        assertThat(pool.unwrap(ScriptedDriver.class)).isSameAs(driver);
    }

    @Test
    void reportsValuesInForceNotValuesAsWritten() throws SQLException {
        pool.setMaxLifetime(1_000);
        pool.setPassword("hunter2");
        agent.observe(pool, name -> name.equals("maxLifetime") ? "application.yml:5:20" : null);
        pool.getConnection().close();
        assertThat(setting("maxLifetime").value()).isEqualTo("1800000");
        assertThat(setting("maxLifetime").origin()).startsWith("application.yml:5:20, where it says 1000: corrected");
        assertThat(setting("minimumIdle").value()).isEqualTo("1");
        assertThat(setting("keepaliveTime"))
                .isEqualTo(new EffectiveSetting("keepaliveTime", "120000", "default of HikariCP 7.1.0"));
        assertThat(agent.report().toString()).doesNotContain("hunter2");
    }

    @Test
    void refusesADataSourceThatIsNoHikariPool() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> agent.observe(driver))
                .withMessageContaining("ScriptedDriver");
    }

    private EffectiveSetting setting(String name) {
        return report().configuration().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private PoolReport report() {
        return agent.report().pools().getFirst();
    }
}
