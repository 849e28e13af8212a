package dev.tautline.watch.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.diagnosis.ServerRefusals.Kind;
import dev.tautline.lab.Deadline;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.lab.postgres.Node;
import dev.tautline.lab.postgres.StopMode;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.settings.Secret;
import dev.tautline.watch.server.log.RefusedLogin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// A real server's collected log, read through the server.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ServerLogLabTest {
    private static final Duration SEEN = Duration.ofSeconds(30);
    private static final String GUARD_PASSWORD = "Lookout&7";
    private static final String NOT_THE_PASSWORD = "made-up-9431";

    /// The narrow way of the guide.
    private static final Path GUIDE = Path.of("../docs/guides/watch-your-service.md");

    private Cluster cluster;
    private Node primary;
    private @Nullable ServerSample latest;

    @BeforeAll
    void start() {
        cluster = Cluster.builder().setting("log_line_prefix", "%m [%p] %h ").start();
        primary = cluster.primary();
        primary.execute("CREATE ROLE tautline LOGIN PASSWORD '" + GUARD_PASSWORD + "' IN ROLE pg_monitor");
        primary.execute("ALTER SYSTEM SET logging_collector = on");
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    void refusedLogInsAreCountedInEveryFormatWhereTheLogMayBeRead() throws Exception {
        try (var look = look()) {
            saysWhyNot(look, "logging_collector is off");
        }
        primary.restart(StopMode.FAST);
        try (var look = look()) {
            saysWhyNot(
                    look, "GRANT EXECUTE ON FUNCTION pg_read_binary_file(text, bigint, bigint, boolean) TO tautline");
        }
        primary.execute("GRANT EXECUTE ON FUNCTION pg_read_binary_file(text, bigint, bigint, boolean) TO tautline");
        countsAcrossRotation("stderr", "");
        primary.execute("REVOKE EXECUTE ON FUNCTION pg_read_binary_file(text, bigint, bigint, boolean) FROM tautline");
        primary.execute(narrowWay());
        countsAcrossRotation("csvlog", "postgres");
        countsAcrossRotation("jsonlog", "postgres");
        readsNothingElse();
    }

    private void saysWhyNot(ServerLook look, String why) throws SQLException {
        var sample = look.sample();
        assertThat(sample.log()).isNull();
        assertThat(sample.withheld())
                .filteredOn(line -> line.contains("log-ins"))
                .singleElement()
                .asString()
                .contains(why);
    }

    /// What was refused before the first look does not count, and what comes before and after a rotation does.
    ///
    /// @param database what lines of this format tell of it
    private void countsAcrossRotation(String format, String database) throws SQLException {
        primary.execute("ALTER SYSTEM SET log_destination = '" + format + "'");
        primary.reload();
        Deadline.in(SEEN)
                .await(
                        format,
                        () -> primary.query("SELECT pg_current_logfile('" + format + "') IS NOT NULL")
                                .contains("t"));
        refuse("too_early");
        try (var look = look()) {
            await(look, Set.of());
            refuse("shop");
            await(look, Set.of(password("shop", database)));
            refuse("before_rotation");
            primary.query("SELECT pg_rotate_logfile()");
            refuse("after_rotation");
            awaitFailed(look);
            await(look, Set.of(password("before_rotation", database), password("after_rotation", database)));
            assertThat(String.valueOf(latest)).doesNotContain(NOT_THE_PASSWORD).doesNotContain("too_early");
        }
    }

    private void awaitFailed(ServerLook look) {
        Deadline.in(SEEN).await("a statement that failed", () -> {
            assertThatThrownBy(() -> primary.execute("SELECT * FROM not_there")).isInstanceOf(RuntimeException.class);
            latest = sample(look);
            var told = latest.log();
            return told != null
                    && told.failed().keySet().stream()
                            .anyMatch(failed -> failed.state().equals("42P01"));
        });
    }

    private static RefusedLogin password(String role, String database) {
        return new RefusedLogin(Kind.PASSWORD, role, database, "127.0.0.1");
    }

    private void await(ServerLook look, Set<RefusedLogin> expected) {
        Deadline.in(SEEN)
                .await(
                        "refused log-ins " + expected,
                        () -> {
                            latest = sample(look);
                            var told = latest.log();
                            return told != null && told.refused().keySet().containsAll(expected);
                        },
                        () -> latest == null ? "no look" : latest.log() + " " + latest.withheld());
    }

    private static ServerSample sample(ServerLook look) {
        try {
            return look.sample();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private void refuse(String role) {
        assertThatThrownBy(() -> DriverManager.getConnection(primary.jdbcUrl("postgres"), role, NOT_THE_PASSWORD)
                        .close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    private static String narrowWay() throws IOException {
        return Pattern.compile("```sql\\n(CREATE SCHEMA tautline;.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private void readsNothingElse() throws SQLException {
        try (var guard = DriverManager.getConnection(primary.jdbcUrl("postgres"), "tautline", GUARD_PASSWORD);
                var statement = guard.createStatement();
                var answer = statement.executeQuery("SELECT tautline.read_log('../postgresql.conf', 0, 10)")) {
            assertThat(answer.next()).isTrue();
            assertThat(answer.getBytes(1)).isNull();
        }
    }

    private ServerLook look() {
        var address = primary.address();
        return new ServerLook(
                ProbeTarget.of(address.getAddress().getHostAddress(), address.getPort(), "postgres", "tautline")
                        .withPassword(Secret.of(GUARD_PASSWORD)),
                Clock.systemUTC());
    }
}
