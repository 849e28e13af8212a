package dev.tautline.store.database;

import io.micrometer.observation.ObservationRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// A way to the database: a pool with a gate before it. Thread-safe.
public final class Line {
    private static final Logger log = LoggerFactory.getLogger(Line.class);

    private final String name;
    private final DataSource pool;
    private final Gate gate;
    private final DataSource gated;

    Line(String name, DataSource pool, Gate gate, ObservationRegistry observations) {
        this.name = name;
        this.pool = pool;
        this.gate = gate;
        this.gated = new GatedDataSource(name, pool, gate, observations);
    }

    /// Without a gate: whoever comes stands in the pool's own queue.
    Line(String name, DataSource pool) {
        this.name = name;
        this.pool = pool;
        this.gate = new Gate(name, Integer.MAX_VALUE, Map.of());
        this.gated = pool;
    }

    public String name() {
        return name;
    }

    /// The pool behind the gate.
    public DataSource dataSource() {
        return gated;
    }

    public JdbcClient sql() {
        return JdbcClient.create(gated);
    }

    /// Statements that are given up after this long, rounded up to whole seconds.
    public JdbcClient sql(Duration longest) {
        var template = new JdbcTemplate(gated);
        template.setQueryTimeout(seconds(longest));
        return JdbcClient.create(template);
    }

    /// Several questions about one and the same moment.
    public <T> T atOneMoment(Duration longest, Supplier<T> questions) {
        var template = new TransactionTemplate(new JdbcTransactionManager(gated));
        template.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        template.setReadOnly(true);
        template.setTimeout(seconds(longest));
        return template.execute(status -> questions.get());
    }

    /// Whether the database answered when it was last asked.
    public boolean isUp() {
        return gate.isOpen();
    }

    /// Asks the database, past the gate, and opens or shuts it accordingly.
    void look() {
        var before = gate.isOpen();
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.setQueryTimeout(2);
            statement.execute("SELECT 1");
            gate.open();
            if (!before) {
                log.info("Line {} works again", name);
            }
        } catch (SQLException away) {
            gate.shut(String.valueOf(away.getMessage()));
            if (before) {
                log.warn("Line {} is down: {}", name, away.getMessage());
            }
        }
    }

    private static int seconds(Duration longest) {
        return Math.toIntExact(Math.max(1, longest.plusMillis(999).toSeconds()));
    }
}
