package dev.tautline.provocation;

import static dev.tautline.provocation.Climbs.assertFails;
import static dev.tautline.provocation.Climbs.assertFallsSilent;
import static dev.tautline.provocation.Ground.POSTGRESQL;
import static dev.tautline.provocation.ProbedCluster.PASSWORD;
import static dev.tautline.provocation.ProbedCluster.RESERVED;
import static dev.tautline.provocation.ProbedCluster.SLOTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.Injection;
import dev.tautline.lab.postgres.Cluster;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// The server believes us, and there is no session all the same. Every test leaves the server as it found it.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SessionLabTest {
    private ProbedCluster server;

    @BeforeAll
    void start() {
        server = ProbedCluster.start(Cluster.builder());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    @Provokes(value = FailureKind.DATABASE_UNKNOWN, on = POSTGRESQL)
    void namesAMissingDatabaseAndSaysThatThePasswordWasFine() {
        var failed = assertFails(server.as("app", "nothere"), Step.SESSION, FailureKind.DATABASE_UNKNOWN);

        assertThat(failed.failure().provenFine()).anyMatch(fine -> fine.startsWith("authenticate: scram"));
        assertThat(failed.failure().words()).contains("\"nothere\" does not exist");
    }

    @Test
    @Provokes(
            value = {FailureKind.DATABASE_CLOSED, FailureKind.CONNECT_PRIVILEGE_MISSING},
            on = POSTGRESQL)
    void tellsAClosedDatabaseFromAMissingPrivilege() {
        try (var _ = database("closed", "ALLOW_CONNECTIONS false")) {
            assertFails(server.as("app", "closed"), Step.SESSION, FailureKind.DATABASE_CLOSED);
        }
        try (var _ = database("forbidden", "")) {
            server.primary().execute("REVOKE CONNECT ON DATABASE forbidden FROM PUBLIC");
            assertFails(server.as("app", "forbidden"), Step.SESSION, FailureKind.CONNECT_PRIVILEGE_MISSING);
        }
    }

    /// The mark that an interrupted DROP DATABASE leaves (pg_database.datconnlimit, since PostgreSQL 11.21).
    @Test
    @Provokes(value = FailureKind.DATABASE_INVALID, on = POSTGRESQL)
    void namesTheRestOfADropThatWasBrokenOff() {
        try (var _ = database("wreck", "")) {
            server.primary().execute("UPDATE pg_database SET datconnlimit = -2 WHERE datname = 'wreck'");
            assertFails(server.as("app", "wreck"), Step.SESSION, FailureKind.DATABASE_INVALID);
        }
    }

    @Test
    @Provokes(value = FailureKind.DATABASE_LOCALE_MISSING, on = POSTGRESQL)
    void namesALocaleThatTheSystemLacks() {
        try (var _ = database("foreign_parts", "")) {
            server.primary().execute("UPDATE pg_database SET datctype = 'xx_XX' WHERE datname = 'foreign_parts'");
            var failed =
                    assertFails(server.as("app", "foreign_parts"), Step.SESSION, FailureKind.DATABASE_LOCALE_MISSING);
            assertThat(failed.failure().words()).contains("xx_XX");
        }
    }

    @Test
    @Provokes(value = FailureKind.DATABASE_FILES_MISSING, on = POSTGRESQL)
    void tellsMissingFilesFromAMissingDatabase() throws IOException {
        try (var _ = database("sunk", "")) {
            var files = filesOf("sunk");
            var aside = files.resolveSibling("aside");
            Files.move(files, aside);
            assertFails(server.as("app", "sunk"), Step.SESSION, FailureKind.DATABASE_FILES_MISSING);
            Files.move(aside, files);
        }
    }

    /// The files are copied past the buffers, and the copy of what is in them is deleted, so that the server must read
    /// what lies on the disk.
    @Test
    @Provokes(value = FailureKind.DATA_DAMAGED, on = POSTGRESQL)
    void namesADamagedCatalogue() throws IOException {
        try (var _ = database("leaking", "STRATEGY file_copy")) {
            var files = filesOf("leaking");
            Files.deleteIfExists(files.resolve("pg_internal.init"));
            var relations = server.primary().query("SELECT pg_relation_filenode('pg_class')");
            spoil(files.resolve(relations.getFirst()));
            assertFails(server.as("app", "leaking"), Step.SESSION, FailureKind.DATA_DAMAGED);
        }
    }

    @Test
    @Provokes(
            value = {
                FailureKind.ROLE_CONNECTION_LIMIT,
                FailureKind.DATABASE_CONNECTION_LIMIT,
                FailureKind.ONLY_RESERVED_SLOTS_LEFT,
                FailureKind.CONNECTION_SLOTS_USED_UP
            },
            on = POSTGRESQL)
    void tellsTheFourLimitsOnConnectionsApart() throws SQLException {
        try (var _ = server.changed("ALTER ROLE app CONNECTION LIMIT 0", "ALTER ROLE app CONNECTION LIMIT -1")) {
            assertFails(server.target(), Step.SESSION, FailureKind.ROLE_CONNECTION_LIMIT);
        }
        try (var _ =
                server.changed("ALTER DATABASE shop CONNECTION LIMIT 0", "ALTER DATABASE shop CONNECTION LIMIT -1")) {
            assertFails(server.target(), Step.SESSION, FailureKind.DATABASE_CONNECTION_LIMIT);
        }
        try (var crowd = new Crowd()) {
            crowd.fill("app", PASSWORD, SLOTS - RESERVED);
            assertFails(server.target(), Step.SESSION, FailureKind.ONLY_RESERVED_SLOTS_LEFT);
            var superuser = server.cluster().superuser();
            crowd.fill(superuser.user(), superuser.password().reveal(), RESERVED);
            assertFails(server.target(), Step.AUTHENTICATE, FailureKind.CONNECTION_SLOTS_USED_UP);
        }
    }

    @Test
    @Provokes(value = FailureKind.SESSION_LIBRARY_MISSING, on = POSTGRESQL)
    void namesALibraryThatEverySessionLacks() {
        try (var _ = server.changed(
                "ALTER ROLE app SET session_preload_libraries = 'absent'",
                "ALTER ROLE app RESET session_preload_libraries")) {
            var failed = assertFails(server.target(), Step.SESSION, FailureKind.SESSION_LIBRARY_MISSING);
            assertThat(failed.failure().words()).contains("\"absent\"");
        }
    }

    @Test
    @Provokes(value = FailureKind.LOG_IN_TRIGGER_FAILED, on = POSTGRESQL)
    void namesATriggerThatShutsEverybodyOut() {
        try (var _ = logInTrigger("RAISE EXCEPTION 'closed for stocktaking'")) {
            var failed = assertFails(server.target(), Step.SESSION, FailureKind.LOG_IN_TRIGGER_FAILED);
            assertThat(failed.failure().words()).contains("closed for stocktaking");
        }
    }

    @Test
    @Provokes(value = FailureKind.LOG_IN_UNANSWERED, on = POSTGRESQL)
    void namesATriggerThatHangs() {
        try (var _ = logInTrigger("IF session_user = 'app' THEN PERFORM pg_sleep(30); END IF")) {
            assertFallsSilent(server.target(), FailureKind.LOG_IN_UNANSWERED, Step.AUTHENTICATE);
            server.endSessionsOfApp();
        }
    }

    /// The limit holds for the postmaster and what it starts; a new session needs more memory than it leaves.
    @Test
    @Provokes(value = FailureKind.SERVER_OUT_OF_MEMORY, on = POSTGRESQL)
    void namesAServerWithoutMemory() throws IOException, InterruptedException {
        long pid = server.primary().pid();
        limitMemory(pid, memoryOf(pid));
        try {
            assertFails(server.target(), FailureKind.SERVER_OUT_OF_MEMORY);
        } finally {
            limitMemory(pid, "unlimited");
        }
    }

    private static void spoil(Path file) throws IOException {
        var salt = new byte[Math.toIntExact(Files.size(file))];
        Arrays.fill(salt, (byte) 0x5a);
        Files.write(file, salt);
    }

    private static String memoryOf(long pid) throws IOException {
        long pages = Long.parseLong(
                Files.readString(Path.of("/proc/" + pid + "/statm")).split(" ", -1)[0]);
        return Long.toString(pages * 4096 + (256 << 10));
    }

    private static void limitMemory(long pid, String bytes) throws IOException, InterruptedException {
        var prlimit = new ProcessBuilder("prlimit", "--pid=" + pid, "--as=" + bytes + ":")
                .inheritIO()
                .start();
        assertThat(prlimit.waitFor()).isZero();
    }

    private Injection database(String name, String options) {
        return server.changed("CREATE DATABASE " + name + " " + options, "DROP DATABASE " + name);
    }

    private Path filesOf(String database) {
        server.primary().execute("CHECKPOINT");
        var oid = server.primary().query("SELECT oid FROM pg_database WHERE datname = '" + database + "'");
        return server.dataDirectory(server.primary()).resolve("base").resolve(oid.getFirst());
    }

    private Injection logInTrigger(String body) {
        server.primary().executeIn("shop", """
                CREATE FUNCTION welcome() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN %s; END $$;
                CREATE EVENT TRIGGER welcome ON login EXECUTE FUNCTION welcome()""".formatted(body));
        return Injection.healedBy(() -> {
            try (var session = DriverManager.getConnection(
                            server.primary().jdbcUrl("shop") + "?options=-c%20event_triggers%3Doff",
                            server.cluster().superuser().user(),
                            server.cluster().superuser().password().reveal());
                    var statement = session.createStatement()) {
                statement.execute("DROP EVENT TRIGGER welcome; DROP FUNCTION welcome()");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /// Sessions that hold slots until closed.
    private final class Crowd implements AutoCloseable {
        private final ArrayList<Connection> sessions = new ArrayList<>();

        void fill(String user, String password, int count) throws SQLException {
            for (int i = 0; i < count; i++) {
                sessions.add(DriverManager.getConnection(server.primary().jdbcUrl("postgres"), user, password));
            }
        }

        @Override
        public void close() throws SQLException {
            for (var session : sessions) {
                session.close();
            }
            server.await("SELECT count(*) FROM pg_stat_activity WHERE usename = 'app'", "0");
        }
    }
}
