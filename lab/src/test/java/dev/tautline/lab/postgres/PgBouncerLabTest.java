package dev.tautline.lab.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// The machine's PgBouncer in front of a server of ours.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class PgBouncerLabTest {
    private Cluster cluster;

    @BeforeAll
    void start() {
        assumeTrue(
                PgBouncer.program().isPresent() || System.getenv("CI") != null,
                "PgBouncer is not installed (Debian: apt-get install pgbouncer)");
        cluster = Cluster.builder().start();
    }

    @AfterAll
    void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void passesSessionsOnUntilItIsClosed() throws SQLException {
        var pooler = pooler().start();
        try (pooler) {
            assertThat(answer(pooler)).isEqualTo(1);
        }
        assertThatThrownBy(() -> answer(pooler)).hasMessageContaining("refused");
    }

    @Test
    void letsClientsWaitWhilePaused() throws SQLException {
        try (var pooler = pooler().start()) {
            try (var _ = pooler.paused()) {
                assertThatThrownBy(() -> answer(pooler)).hasMessageContaining("timed out");
            }
            assertThat(answer(pooler)).isEqualTo(1);
        }
    }

    @Test
    void saysWhatIsWrongWithASetting() {
        assertThatThrownBy(() -> pooler().setting("pool_mode", "rigid").start()).hasMessageContaining("pool_mode");
    }

    private PgBouncerBuilder pooler() {
        var superuser = cluster.superuser();
        return PgBouncer.before(cluster.primary())
                .user(superuser.user(), superuser.password().reveal());
    }

    private int answer(PgBouncer pooler) throws SQLException {
        try (var session = connect(pooler);
                var statement = session.createStatement();
                var rows = statement.executeQuery("SELECT 1")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private Connection connect(PgBouncer pooler) throws SQLException {
        var superuser = cluster.superuser();
        var url = "jdbc:postgresql://127.0.0.1:%d/postgres?sslmode=disable&loginTimeout=1"
                .formatted(pooler.address().getPort());
        return DriverManager.getConnection(
                url, superuser.user(), superuser.password().reveal());
    }
}
