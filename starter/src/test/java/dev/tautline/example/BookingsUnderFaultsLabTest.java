package dev.tautline.example;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.tautline.lab.junit.LabExtension;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The service's own settings and code, against a real server to which five things happen.
@Tag("lab")
@DirtiesContext
@SpringBootTest(
        classes = BookingService.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.datasource.hikari.maximum-pool-size=4",
            "spring.datasource.hikari.connection-timeout=2000",
            "spring.datasource.hikari.validation-timeout=1000",
            "spring.datasource.hikari.data-source-properties.connectTimeout=1",
            "spring.datasource.hikari.data-source-properties.socketTimeout=5",
            "spring.datasource.hikari.data-source-properties.options=-c lock_timeout=1s",
        })
@Timeout(value = 60, unit = SECONDS)
class BookingsUnderFaultsLabTest {
    @RegisterExtension
    static final LabExtension LAB = new LabExtension();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> LAB.cluster().jdbcUrl());
        properties.add("spring.datasource.username", () -> LAB.cluster().user());
        properties.add("spring.datasource.password", () -> LAB.cluster().password());
    }

    @Autowired
    private Bookings bookings;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private HikariDataSource pool;

    @BeforeEach
    void anEmptyTable() {
        sql.sql("create table if not exists bookings (id uuid primary key, what text not null)")
                .update();
        sql.sql("truncate bookings").update();
    }

    /// The worst millisecond: committed, and the answer is lost.
    @Test
    void aBookingIsNotDoubledWhenTheAnswerToCommitIsLost() {
        var id = UUID.randomUUID();
        try (var _ = LAB.cluster().inject("commit-answer-lost")) {
            assertThatThrownBy(() -> bookings.take(id, "two seats")).isInstanceOf(Bookings.NotNow.class);
        }

        bookings.take(id, "two seats");

        assertThat(bookings.count()).isEqualTo(1);
    }

    @Test
    void aBookingGoesOnAfterTheServerWasRestarted() {
        bookings.take(UUID.randomUUID(), "before");

        LAB.cluster().inject("node-restarted").close();

        bookings.take(UUID.randomUUID(), "after");
        assertThat(bookings.count()).isEqualTo(2);
    }

    /// Without lock_timeout each customer would keep a connection until the pool is empty for all.
    @Test
    void aLockedTableIsSaidSoAndKeepsNoConnection() {
        try (var _ = LAB.cluster().inject("table-locked table=bookings")) {
            assertThatThrownBy(() -> bookings.take(UUID.randomUUID(), "two seats"))
                    .isInstanceOf(Bookings.NotNow.class)
                    .rootCause()
                    .hasMessageContaining("lock timeout");
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }

        bookings.take(UUID.randomUUID(), "two seats");
    }

    @Test
    void aServerThatTakesNoWritesIsSaidSo() {
        try (var _ = LAB.cluster().inject("server-read-only")) {
            assertThatThrownBy(() -> bookings.take(UUID.randomUUID(), "two seats"))
                    .isInstanceOf(Bookings.NotNow.class)
                    .rootCause()
                    .hasMessageContaining("read-only");
        }
    }

    /// A route that swallows packets: the customer gets an answer after the pool's patience, not after the kernel's.
    @Test
    void aSilentRouteIsGivenUpInSeconds() {
        try (var _ = LAB.cluster().inject("path-partitioned")) {
            long asked = System.nanoTime();
            assertThatThrownBy(() -> bookings.take(UUID.randomUUID(), "two seats"))
                    .isInstanceOf(Bookings.NotNow.class);
            assertThat(System.nanoTime() - asked).isLessThan(SECONDS.toNanos(40));
        }

        bookings.take(UUID.randomUUID(), "two seats");
    }
}
