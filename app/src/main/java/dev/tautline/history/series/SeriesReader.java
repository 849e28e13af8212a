package dev.tautline.history.series;

import dev.tautline.diagnosis.Change;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a [SeriesRecorder] has written; each question through a connection of its own, while writing goes on.
/// Thread-safe.
public final class SeriesReader {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final Path file;

    private SeriesReader(Path file) {
        this.file = file;
    }

    /// @param folder the recorder's
    public static SeriesReader in(Path folder) {
        return new SeriesReader(folder.resolve(SeriesFile.NAME));
    }

    /// One change as it was written down.
    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    /// A subject's settings and since when they hold.
    public record Since(Instant at, Settings settings) {}

    /// All series that have ever been written, in order.
    public List<String> names() {
        return ask(
                connection -> {
                    var names = new ArrayList<String>();
                    try (var query = connection.prepareStatement("SELECT name FROM series ORDER BY name");
                            var rows = query.executeQuery()) {
                        while (rows.next()) {
                            names.add(rows.getString(1));
                        }
                    }
                    return names;
                },
                List.of());
    }

    /// The points of a series, at the finest step that gives at most `mostPoints`; where that is not kept any more, the
    /// next coarser one.
    ///
    /// @param from the first second, inclusive
    /// @param to the last second, exclusive
    public Line line(String name, long from, long to, int mostPoints) {
        var tier = tier(from, to, mostPoints);
        return ask(
                connection -> {
                    try (var query = connection.prepareStatement("SELECT id FROM series WHERE name = ?")) {
                        query.setString(1, name);
                        try (var row = query.executeQuery()) {
                            return row.next()
                                    ? new LineReading(connection, row.getLong(1), from, to).read(tier)
                                    : Line.EMPTY;
                        }
                    }
                },
                Line.EMPTY);
    }

    private static Tier tier(long from, long to, int mostPoints) {
        for (var tier : Tier.values()) {
            if ((to - from) / tier.stepSeconds() <= mostPoints) {
                return tier;
            }
        }
        return Tier.HOUR;
    }

    /// Changes of `[from, to)`, oldest first.
    public List<Change> changes(Instant from, Instant to, int most) {
        return ask(
                connection -> {
                    var changes = new ArrayList<Change>();
                    try (var query = connection.prepareStatement("SELECT at, kind, subject, what, before, after FROM"
                            + " change WHERE at >= ? AND at < ? ORDER BY at DESC LIMIT ?")) {
                        query.setLong(1, from.toEpochMilli());
                        query.setLong(2, to.toEpochMilli());
                        query.setInt(3, most);
                        addTo(changes, query);
                    }
                    return changes.reversed();
                },
                List.of());
    }

    private static void addTo(List<Change> changes, PreparedStatement query) throws SQLException {
        try (var row = query.executeQuery()) {
            while (row.next()) {
                changes.add(new Change(
                        Instant.ofEpochMilli(row.getLong("at")),
                        Change.Kind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        row.getString("what"),
                        row.getString("before"),
                        row.getString("after")));
            }
        }
    }

    /// All that is remembered of settings, by kind and subject, the newest first of each.
    public List<Since> settings() {
        return ask(
                connection -> {
                    var all = new ArrayList<Since>();
                    try (var query = connection.prepareStatement(
                                    "SELECT at, record FROM settings ORDER BY kind, subject, at DESC");
                            var row = query.executeQuery()) {
                        while (row.next()) {
                            all.add(new Since(
                                    Instant.ofEpochSecond(row.getLong(1)),
                                    MAPPER.readValue(row.getString(2), Settings.class)));
                        }
                    }
                    return all;
                },
                List.of());
    }

    /// @param nothing while there is no file yet
    private <T> T ask(Question<T> question, T nothing) {
        if (!Files.exists(file)) {
            return nothing;
        }
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(2000);
        try (var connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath())) {
            return question.ask(connection);
        } catch (SQLException | JacksonException e) {
            throw new SeriesUnreadable(e);
        }
    }
}
