package dev.tautline.watch.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.watch.server.Question.Asked;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// What a question costs decides how often it is put.
class PacedTest {
    private static final Duration COSTLY = Duration.ofMillis(40);

    private final AtomicInteger answers = new AtomicInteger();
    private Duration takes = Duration.ZERO;
    private final Paced<Integer> paced = new Paced<>("answers", Duration.ZERO, server -> {
        LockSupport.parkNanos(takes.toNanos());
        return answers.incrementAndGet();
    });

    @Test
    void asksRarelyForWhatIsAlwaysCostly() throws SQLException {
        takes = COSTLY;

        assertThat(ask()).isEqualTo(1);
        assertThat(ask()).isEqualTo(1);
    }

    /// In an outage the server's processors are taken: once is no measure of what the question costs.
    @Test
    void asksOnAfterOneAnswerThatWaitedForOthers() throws SQLException {
        for (int quick = 1; quick <= 5; quick++) {
            assertThat(ask()).isEqualTo(quick);
        }
        takes = COSTLY;
        assertThat(ask()).isEqualTo(6);

        assertThat(ask()).isEqualTo(7);
    }

    /// After a while in which a cheap question is due again.
    @SuppressWarnings("NullAway") // The questions here ask nothing of the connection.
    private int ask() throws SQLException {
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        var server = new Asked(null, 18, Duration.ZERO, new AtomicInteger());
        return Objects.requireNonNull(paced.at(Instant.EPOCH, server)).value();
    }
}
