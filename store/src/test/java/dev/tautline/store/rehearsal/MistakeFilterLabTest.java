package dev.tautline.store.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tautline.lab.postgres.Cluster;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// The mistakes, with a real pool on a real server.
@Tag("lab")
class MistakeFilterLabTest {
    private static Cluster cluster;
    private static HikariDataSource pool;

    @BeforeAll
    static void start() {
        cluster = Cluster.builder().start();
        cluster.primary().execute("CREATE ROLE rehearsed LOGIN PASSWORD 'secret'");
        var config = new HikariConfig();
        config.setJdbcUrl(cluster.primary().jdbcUrl("postgres"));
        config.setUsername("rehearsed");
        config.setPassword("secret");
        config.setMaximumPoolSize(3);
        config.setConnectionTimeout(500);
        pool = new HikariDataSource(config);
    }

    @AfterAll
    static void stop() {
        pool.close();
        cluster.close();
    }

    @Test
    void aLeakKeepsWhatItBorrowsAndAnEmptyPoolIsLeftToThePage() {
        var leaking = new MistakeFilter(new Mistakes(true, 60_000_000, 0, 0, 0), pool);
        for (int page = 0; page < 3; page++) {
            ask(leaking);
        }
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isEqualTo(3);
        assertThatCode(() -> ask(leaking)).doesNotThrowAnyException();
        leaking.giveBack();
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @Test
    void theOthersGiveBackWhatTheyBorrow() {
        for (var mistakes : List.of(
                new Mistakes(true, 0, 20, 0, 0), new Mistakes(true, 0, 0, 30, 0), new Mistakes(true, 0, 0, 0, 30))) {
            long began = System.nanoTime();
            ask(new MistakeFilter(mistakes, pool));
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
            if (mistakes.moreQueries() == 0) {
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
            }
        }
    }

    private static void ask(MistakeFilter filter) {
        filter.prepare(new MockHttpServletRequest("GET", "/"), new MockHttpServletResponse());
    }
}
