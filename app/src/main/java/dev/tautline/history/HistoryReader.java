package dev.tautline.history;

import dev.tautline.alert.quiet.Silence;
import dev.tautline.incident.Incident;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/// Reads a history that no guard need have open, and changes nothing there.
public final class HistoryReader implements AutoCloseable {
    private final Path file;
    private final Sql sql;

    private HistoryReader(Path file, Sql sql) {
        this.file = file;
        this.sql = sql;
    }

    /// @throws HistoryUnusable when there is none, or it cannot be read
    public static HistoryReader of(Path folder) {
        var file = HistoryFile.in(folder);
        if (!Files.exists(file)) {
            throw new HistoryUnusable(folder + ": no guard has kept a history there");
        }
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(2000);
        try {
            return new HistoryReader(file, new Sql(config.createConnection("jdbc:sqlite:" + file.toAbsolutePath())));
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
    }

    /// Open ones first, then the newest.
    public List<Incident> incidents() {
        try {
            return new IncidentTable(sql).newest();
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
    }

    public Optional<Incident> incident(String id) {
        try {
            return new IncidentTable(sql).find(id);
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
    }

    /// What was told of an incident, to whom, and what came of it, in order.
    public List<Delivery> deliveries(String incident) {
        try {
            return new DeliveryTable(sql).of(incident);
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
    }

    /// Those that hold, and those that did until lately, in the order in which they were set.
    public List<Silence> silences() {
        try {
            return new SilenceTable(sql).all();
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
    }

    private static HistoryUnusable unreadable(Path file, SQLException e) {
        return new HistoryUnusable(file + " cannot be read (" + e.getMessage() + ")");
    }

    @Override
    public void close() {
        try {
            sql.connection().close();
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
    }
}
