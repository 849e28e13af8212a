package dev.tautline.store.rehearsal;

import dev.tautline.store.web.PageFilter;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/// Makes its mistakes in each page, before the page does its own work.
@Component
@ConditionalOnBooleanProperty("chandlery.rehearsal.enabled")
class MistakeFilter extends PageFilter {
    private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Mistakes mistakes;
    private final DataSource pool;
    private final List<Connection> forgotten = new CopyOnWriteArrayList<>();
    private final AtomicLong lastLeakNanos = new AtomicLong(System.nanoTime());

    MistakeFilter(Mistakes mistakes, DataSource pool) {
        this.mistakes = mistakes;
        this.pool = pool;
    }

    @Override
    protected void prepare(HttpServletRequest request, HttpServletResponse response) {
        pause(mistakes.slowPages());
        try {
            leak();
            askMore();
            workInTransaction();
        } catch (SQLException refused) {
            // The page itself will meet the same and say so.
        }
    }

    /// What was leaked goes back to its pool.
    @PreDestroy
    void giveBack() {
        for (var connection : forgotten) {
            try {
                connection.close();
            } catch (SQLException gone) {
                // The pool has ended before.
            }
        }
        forgotten.clear();
    }

    private void leak() throws SQLException {
        if (mistakes.leaksConnections() <= 0) {
            return;
        }
        long last = lastLeakNanos.get();
        long now = System.nanoTime();
        boolean due = now - last >= MINUTE_NANOS / mistakes.leaksConnections();
        if (due && lastLeakNanos.compareAndSet(last, now)) {
            forgotten.add(pool.getConnection());
        }
    }

    private void askMore() throws SQLException {
        if (mistakes.moreQueries() < 1) {
            return;
        }
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            for (int query = 0; query < mistakes.moreQueries(); query++) {
                statement.execute("SELECT count(*) FROM pg_class WHERE oid = " + query);
            }
        }
    }

    private void workInTransaction() throws SQLException {
        if (mistakes.worksInTransaction() <= 0) {
            return;
        }
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT 1");
            pause(mistakes.worksInTransaction());
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void pause(double millis) {
        long end = System.nanoTime() + Duration.ofMillis((long) millis).toNanos();
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
