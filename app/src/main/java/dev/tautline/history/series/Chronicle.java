package dev.tautline.history.series;

import dev.tautline.diagnosis.Change;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Writes changes down once, settings whenever they differ from what was last written, and which seconds are kept.
/// Not thread-safe.
final class Chronicle {
    /// Seconds before and after a change or an incident that are kept.
    private static final long AROUND = 15 * 60;

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final Set<Change> written = new HashSet<>();
    private List<Settings> writtenSettings = List.of();

    void write(SeriesDatabase database, Second second) throws SQLException {
        if (second.incident()) {
            keepAround(database, second.epochSecond());
        }
        for (var change : second.changes()) {
            if (!written.contains(change)) {
                write(database, change);
            }
        }
        if (!second.settings().equals(writtenSettings)) {
            for (var settings : second.settings()) {
                write(database, settings, second.epochSecond());
            }
        }
    }

    /// What [#write] did is on the disk.
    void written(Second second) {
        written.retainAll(new HashSet<>(second.changes()));
        written.addAll(second.changes());
        writtenSettings = second.settings();
    }

    private static void write(SeriesDatabase database, Change change) throws SQLException {
        database.execute(
                "INSERT OR IGNORE INTO change VALUES (?, ?, ?, ?, ?, ?)",
                change.at().toEpochMilli(),
                change.kind().name(),
                change.subject(),
                change.what(),
                change.before(),
                change.after());
        keepAround(database, change.at().getEpochSecond());
    }

    private static void write(SeriesDatabase database, Settings settings, long second) throws SQLException {
        var fingerprint = MAPPER.writeValueAsString(new TreeMap<>(settings.values()));
        var last = database.text(
                "SELECT fingerprint FROM settings WHERE kind = ? AND subject = ? ORDER BY at DESC LIMIT 1",
                settings.kind(),
                settings.subject());
        if (!fingerprint.equals(last)) {
            database.execute(
                    "INSERT OR REPLACE INTO settings VALUES (?, ?, ?, ?, ?)",
                    settings.kind(),
                    settings.subject(),
                    second,
                    fingerprint,
                    MAPPER.writeValueAsString(settings));
        }
    }

    /// Moments that touch are one.
    private static void keepAround(SeriesDatabase database, long second) throws SQLException {
        long since = second - AROUND;
        long until = second + AROUND;
        var earlier = database.text(
                "SELECT since FROM moment WHERE since <= ? AND until >= ? ORDER BY since LIMIT 1", since, since);
        database.execute(
                "INSERT INTO moment VALUES (?, ?) ON CONFLICT (since) DO UPDATE SET until = max(until, excluded.until)",
                earlier == null ? since : Long.valueOf(earlier),
                until);
    }
}
