package dev.tautline.watch.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.postgres.Cluster;
import dev.tautline.watch.server.LoggedIn.Bar;
import dev.tautline.watch.server.Question.Asked;
import java.io.DataOutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Who is logged in, and what a real server would hold against them.
class LoggedInLabTest {
    private static final String PASSWORD = "not-secret";

    @Tag("lab")
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void tellsWhatWasClosedBehindOpenSessions() throws Exception {
        try (var cluster = Cluster.builder().start()) {
            var node = cluster.primary();
            node.execute("CREATE ROLE shop LOGIN PASSWORD '" + PASSWORD + "'");
            var url = "jdbc:postgresql://127.0.0.1:" + node.address().getPort() + "/postgres";
            try (var first = DriverManager.getConnection(url, "shop", PASSWORD);
                    var second = DriverManager.getConnection(url, "shop", PASSWORD)) {
                assertThat(first.isValid(5) && second.isValid(5)).isTrue();
                assertThat(bars(cluster)).containsOnlyNulls();
                node.execute("ALTER ROLE shop CONNECTION LIMIT 2");
                assertThat(bars(cluster)).as("just reached").containsOnlyNulls();
                node.execute("ALTER ROLE shop CONNECTION LIMIT 1");
                assertThat(bars(cluster)).contains(Bar.ROLE_OVER_LIMIT);
                node.execute("ALTER ROLE shop CONNECTION LIMIT -1");
                node.execute("ALTER DATABASE postgres CONNECTION LIMIT 1");
                assertThat(bars(cluster)).contains(Bar.DATABASE_OVER_LIMIT);
                node.execute("ALTER ROLE shop NOLOGIN");
                assertThat(bars(cluster)).contains(Bar.ROLE_MAY_NOT_LOG_IN);
            }
        }
    }

    /// Whoever does not answer the server's challenge stays there until authentication_timeout.
    @Tag("lab")
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void seesWhoIsJustLoggingIn() throws Exception {
        try (var cluster = Cluster.builder().start();
                var client = new Socket(
                        cluster.primary().address().getAddress(),
                        cluster.primary().address().getPort())) {
            cluster.primary().execute("CREATE ROLE shop LOGIN PASSWORD '" + PASSWORD + "'");
            var words = "user\0shop\0database\0postgres\0\0".getBytes(StandardCharsets.UTF_8);
            var startup = new DataOutputStream(client.getOutputStream());
            startup.writeInt(8 + words.length);
            startup.writeInt(3 << 16);
            startup.write(words);
            assertThat(client.getInputStream().read()).as("the challenge").isEqualTo('R');

            try (var guard = cluster.primary().connect("postgres");
                    var statement = guard.createStatement()) {
                assertThat(SessionRow.all(new Asked(statement, 18, Duration.ZERO, new AtomicInteger())))
                        .filteredOn(SessionRow::loggingIn)
                        .singleElement()
                        .matches(SessionRow::client);
            }
        }
    }

    /// Who locks the table of roles also keeps the guard from its names, for as long as it lets itself wait.
    @Tag("lab")
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void seesSessionsWhileTheTableOfRolesIsLocked() throws Exception {
        try (var cluster = Cluster.builder().start();
                var locking = cluster.primary().connect("postgres");
                var guard = cluster.primary().connect("postgres");
                var statement = guard.createStatement();
                var lock = locking.createStatement()) {
            var asked = new Asked(statement, 18, Duration.ZERO, new AtomicInteger());
            statement.execute("SET lock_timeout = '300ms'");
            lock.execute("SET application_name = 'somebody'");
            locking.setAutoCommit(false);
            lock.execute("LOCK TABLE pg_authid IN ACCESS EXCLUSIVE MODE");

            assertThat(SessionRow.all(asked))
                    .filteredOn(SessionRow::idleInTransaction)
                    .singleElement()
                    .satisfies(holder -> assertThat(holder.query()).contains("pg_authid"))
                    .satisfies(holder -> assertThat(holder.role()).isEmpty());
            var limits = new Paced<>("limits", Duration.ofSeconds(1), LoggedIn::all);
            assertThat(limits.at(Instant.now(), asked)).isNull();
            assertThat(limits.refused()).as("a lock is no refusal").isEmpty();
        }
    }

    private static List<Bar> bars(Cluster cluster) throws Exception {
        try (var guard = cluster.primary().connect("postgres");
                var statement = guard.createStatement()) {
            return LoggedIn.all(new Asked(statement, 18, Duration.ZERO, new AtomicInteger())).stream()
                    .map(LoggedIn::bar)
                    .toList();
        }
    }
}
