package dev.tautline.watch.server;

import dev.tautline.watch.server.Question.Asked;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A question that is put at its own pace: its last answer stands until the next one is due. What costs the server time
/// is asked so rarely that it takes no more than one part in 200 of one of its cores. What it costs, the quickest of
/// the
/// last answers tells: the others also waited for a processor or a disk that somebody else had, and a guard that asked
/// more rarely for it would be blind in an outage. Not thread-safe.
final class Paced<T> {
    /// 0.5 % of the time.
    private static final int COST_FACTOR = 200;

    /// So many answers tell what a question costs.
    private static final int REMEMBERED = 4;

    /// Until they have come, the next one is not put off for longer.
    private static final Duration UNTIL_KNOWN = Duration.ofSeconds(5);

    /// A right may be granted while the watch runs.
    private static final Duration AGAIN_AFTER_REFUSAL = Duration.ofSeconds(60);

    /// Each try keeps all other questions waiting for the guard's lock_timeout.
    private static final Duration AGAIN_WHEN_LOCKED = Duration.ofSeconds(10);

    private final String what;
    private final Duration pace;
    private final Question<T> question;
    private final Deque<Long> tookNanos = new ArrayDeque<>();
    private @Nullable Answer<T> last;
    /// By the monotonic clock: the other one may be set.
    private long dueNanos = System.nanoTime();
    private @Nullable String refused;

    /// What was answered, and when.
    record Answer<T>(Instant at, T value) {}

    Paced(String what, Duration pace, Question<T> question) {
        this.what = what;
        this.pace = pace;
        this.question = question;
    }

    /// The last answer; null when there is none because the server refused.
    ///
    /// @throws SQLException when the connection can no longer be used
    @Nullable
    Answer<T> at(Instant now, Asked server) throws SQLException {
        long began = System.nanoTime();
        if (began - dueNanos < 0) {
            return last;
        }
        int asked = server.asked().get();
        try {
            last = new Answer<>(now, question.ask(server));
            refused = null;
            long ended = System.nanoTime();
            dueNanos = began + pace(ended - began - onTheWay(server, asked)).toNanos();
        } catch (SQLException e) {
            if (breaks(e)) {
                throw e;
            }
            if (SessionRow.LOCKED.equals(e.getSQLState())) {
                dueNanos = began + AGAIN_WHEN_LOCKED.toNanos();
                return last;
            }
            last = null;
            refused = what + ": " + firstLine(e);
            dueNanos = began + AGAIN_AFTER_REFUSAL.toNanos();
        }
        return last;
    }

    /// The next time it is due at once.
    void hurry() {
        if (refused == null) {
            dueNanos = System.nanoTime();
        }
    }

    Optional<String> refused() {
        return Optional.ofNullable(refused);
    }

    /// What the network takes costs the server nothing.
    private static long onTheWay(Asked server, int askedBefore) {
        return server.roundTrip().toNanos() * (server.asked().get() - askedBefore);
    }

    private Duration pace(long took) {
        tookNanos.addLast(Math.max(0, took));
        boolean known = tookNanos.size() >= REMEMBERED;
        if (tookNanos.size() > REMEMBERED) {
            tookNanos.removeFirst();
        }
        var cheapest = Duration.ofNanos(COST_FACTOR * Collections.min(tookNanos));
        return longer(pace, known || cheapest.compareTo(UNTIL_KNOWN) < 0 ? cheapest : UNTIL_KNOWN);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /// Classes of SQLSTATE: 42 a missing right or view, 0A and 55 not on this server, 22 and 02 an odd answer. All else
    /// is the connection's or the server's end.
    private static boolean breaks(SQLException e) {
        var state = e.getSQLState();
        return state == null || !state.matches("(42|0A|55|22|02).*");
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
