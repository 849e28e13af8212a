package dev.tautline.history.series;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/// The statements that write series. Not thread-safe: the recorder's thread has it.
final class SeriesDatabase implements AutoCloseable {
    /// What one time has in common lies together, so that writing a second of a thousand series touches few pages.
    private static final List<String> SCHEMA = List.of(
            "CREATE TABLE IF NOT EXISTS series (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
            "CREATE TABLE IF NOT EXISTS block (step INTEGER NOT NULL, start INTEGER NOT NULL, series INTEGER NOT NULL,"
                    + " cells BLOB NOT NULL, PRIMARY KEY (step, start, series)) STRICT, WITHOUT ROWID",
            "CREATE TABLE IF NOT EXISTS moment (since INTEGER PRIMARY KEY, until INTEGER NOT NULL) STRICT",
            "CREATE TABLE IF NOT EXISTS change (at INTEGER NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL,"
                    + " what TEXT NOT NULL, before TEXT, after TEXT, PRIMARY KEY (at, kind, subject, what))"
                    + " STRICT, WITHOUT ROWID",
            "CREATE TABLE IF NOT EXISTS settings (kind TEXT NOT NULL, subject TEXT NOT NULL, at INTEGER NOT NULL,"
                    + " fingerprint TEXT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (kind, subject, at))"
                    + " STRICT, WITHOUT ROWID");

    private final Connection connection;
    private final Map<String, Long> ids = new HashMap<>();

    private SeriesDatabase(Connection connection) {
        this.connection = connection;
    }

    /// @throws SQLException also when the file is damaged
    static SeriesDatabase open(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        // A chart may lose its last seconds to a power cut; what people are told of is kept in the history's own file.
        config.setSynchronous(SynchronousMode.NORMAL);
        config.setBusyTimeout(2000);
        // Nobody asks for them, and each would be a query after each insert.
        config.setGetGeneratedKeys(false);
        var database = new SeriesDatabase(config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
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
                throw new SQLException("damaged", "", SeriesFile.CORRUPT);
            }
        }
        for (var table : SCHEMA) {
            execute(table);
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT id, name FROM series")) {
            while (rows.next()) {
                ids.put(rows.getString(2), rows.getLong(1));
            }
        }
        connection.setAutoCommit(false);
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /// A full disk may have ended the transaction already.
    void undo(SQLException why) {
        ids.clear();
        try {
            connection.rollback();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    long id(String name) throws SQLException {
        var known = ids.get(name);
        if (known != null) {
            return known;
        }
        execute("INSERT OR IGNORE INTO series (name) VALUES (?)", name);
        try (var query = connection.prepareStatement("SELECT id FROM series WHERE name = ?")) {
            query.setString(1, name);
            try (var row = query.executeQuery()) {
                row.next();
                ids.put(name, row.getLong(1));
                return row.getLong(1);
            }
        }
    }

    @Nullable
    Block load(Tier tier, long start, String name) throws SQLException, DataFormatException {
        var id = ids.get(name);
        if (id == null) {
            return null;
        }
        try (var query =
                connection.prepareStatement("SELECT cells FROM block WHERE step = ? AND start = ? AND series = ?")) {
            set(query, tier.stepSeconds(), start, id);
            try (var row = query.executeQuery()) {
                return row.next() ? Block.of(row.getBytes(1)) : null;
            }
        }
    }

    void save(Tier tier, long start, String name, Block block) throws SQLException {
        execute("INSERT OR REPLACE INTO block VALUES (?, ?, ?, ?)", tier.stepSeconds(), start, id(name), block.bytes());
    }

    void execute(String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            set(statement, values);
            statement.execute();
        }
    }

    /// The one text that a query answers, null when it answers none.
    @Nullable
    String text(String sql, Object... values) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            set(query, values);
            try (var row = query.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
