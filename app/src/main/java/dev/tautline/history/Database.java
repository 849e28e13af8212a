package dev.tautline.history;

import dev.tautline.incident.Incident;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/// The statements on the history's file. Not thread-safe: whoever has it is the only writer.
final class Database implements AutoCloseable {
    /// The newest incidents are handed on; older ones stay in the file until retention takes them.
    private static final int MOST_INCIDENTS = 200;

    private static final List<String> SCHEMA = List.of(
            "CREATE TABLE IF NOT EXISTS incident (id TEXT PRIMARY KEY, onset INTEGER NOT NULL, resolved INTEGER,"
                    + " record TEXT NOT NULL) STRICT",
            "CREATE TABLE IF NOT EXISTS usual (signal TEXT PRIMARY KEY, past TEXT NOT NULL) STRICT",
            "CREATE TABLE IF NOT EXISTS guard (one INTEGER PRIMARY KEY CHECK (one = 1), last_seen INTEGER NOT NULL)"
                    + " STRICT",
            "CREATE TABLE IF NOT EXISTS delivery (key TEXT PRIMARY KEY, incident TEXT NOT NULL, receiver TEXT NOT NULL,"
                    + " body TEXT NOT NULL, created INTEGER NOT NULL, attempts INTEGER NOT NULL, due INTEGER NOT NULL,"
                    + " settled INTEGER, outcome TEXT) STRICT");

    private static final String DELIVERY_COLUMNS =
            "key, incident, receiver, body, created, attempts, due, settled, outcome";

    private final Connection connection;

    private Database(Connection connection) {
        this.connection = connection;
    }

    /// @throws SQLException also when the file is damaged
    static Database open(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        // What people are told must be on the disk first (sqlite.org/pragma.html#pragma_synchronous).
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(2000);
        var database = new Database(config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
        try {
            database.prepare();
        } catch (SQLException e) {
            database.close();
            throw e;
        }
        return database;
    }

    private void prepare() throws SQLException {
        try (var statement = connection.createStatement();
                var check = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!check.next() || !"ok".equals(check.getString(1))) {
                throw new SQLException("damaged", "", Damage.CORRUPT);
            }
        }
        for (var table : SCHEMA) {
            execute(table);
        }
        connection.setAutoCommit(false);
    }

    Past past() throws SQLException {
        return new Past(incidents(), usual(), deliveries(), lastSeen());
    }

    /// Writes all or nothing.
    ///
    /// @param usual null when nothing new was learnt
    void write(
            Instant at,
            Collection<Incident> incidents,
            @Nullable Map<String, List<Double>> usual,
            Collection<Delivery> deliveries)
            throws SQLException {
        try {
            for (var incident : incidents) {
                save(incident);
            }
            for (var delivery : deliveries) {
                save(delivery);
            }
            if (usual != null) {
                saveUsual(usual);
            }
            execute("INSERT OR REPLACE INTO guard VALUES (1, ?)", at.toEpochMilli());
            connection.commit();
        } catch (SQLException e) {
            undo(e);
            throw e;
        }
    }

    /// A full disk may have ended the transaction already.
    private void undo(SQLException why) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    /// Forgets incidents that were over before `limit`, and gives their pages back to later ones.
    void forgetBefore(Instant limit) throws SQLException {
        execute("DELETE FROM incident WHERE resolved < ?", limit.toEpochMilli());
        execute("DELETE FROM delivery WHERE settled < ?", limit.toEpochMilli());
        connection.commit();
    }

    private void save(Incident incident) throws SQLException {
        var resolved = incident.resolvedAt();
        execute(
                "INSERT OR REPLACE INTO incident VALUES (?, ?, ?, ?)",
                incident.id(),
                incident.onset().toEpochMilli(),
                resolved == null ? null : resolved.toEpochMilli(),
                Rows.of(incident));
    }

    private void save(Delivery delivery) throws SQLException {
        var settled = delivery.settled();
        execute(
                "INSERT OR REPLACE INTO delivery (" + DELIVERY_COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                delivery.key(),
                delivery.incident(),
                delivery.receiver(),
                delivery.body(),
                delivery.created().toEpochMilli(),
                delivery.attempts(),
                delivery.due().toEpochMilli(),
                settled == null ? null : settled.toEpochMilli(),
                delivery.outcome());
    }

    private List<Delivery> deliveries() throws SQLException {
        var deliveries = new ArrayList<Delivery>();
        try (var query = connection.prepareStatement("SELECT " + DELIVERY_COLUMNS
                        + " FROM delivery WHERE settled IS NULL OR incident IN (SELECT id FROM incident WHERE resolved"
                        + " IS NULL) ORDER BY created, rowid");
                var rows = query.executeQuery()) {
            while (rows.next()) {
                deliveries.add(delivery(rows));
            }
        }
        return List.copyOf(deliveries);
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        long settled = row.getLong("settled");
        return new Delivery(
                row.getString("key"),
                row.getString("incident"),
                row.getString("receiver"),
                row.getString("body"),
                Instant.ofEpochMilli(row.getLong("created")),
                row.getInt("attempts"),
                Instant.ofEpochMilli(row.getLong("due")),
                settled == 0 ? null : Instant.ofEpochMilli(settled),
                row.getString("outcome"));
    }

    private void saveUsual(Map<String, List<Double>> usual) throws SQLException {
        execute("DELETE FROM usual");
        for (var signal : usual.entrySet()) {
            execute("INSERT INTO usual VALUES (?, ?)", signal.getKey(), Rows.of(signal.getValue()));
        }
    }

    private List<Incident> incidents() throws SQLException {
        var incidents = new ArrayList<Incident>();
        try (var query = connection.prepareStatement(
                        "SELECT id, record FROM incident ORDER BY resolved IS NULL DESC, onset DESC LIMIT "
                                + MOST_INCIDENTS);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                Rows.incident(rows.getString(1), rows.getString(2)).ifPresent(incidents::add);
            }
        }
        return List.copyOf(incidents);
    }

    private Map<String, List<Double>> usual() throws SQLException {
        var usual = new HashMap<String, List<Double>>();
        try (var query = connection.prepareStatement("SELECT signal, past FROM usual");
                var rows = query.executeQuery()) {
            while (rows.next()) {
                usual.put(rows.getString(1), Rows.values(rows.getString(1), rows.getString(2)));
            }
        }
        return usual;
    }

    private @Nullable Instant lastSeen() throws SQLException {
        try (var query = connection.prepareStatement("SELECT last_seen FROM guard");
                var rows = query.executeQuery()) {
            return rows.next() ? Instant.ofEpochMilli(rows.getLong(1)) : null;
        }
    }

    private void execute(String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
