package dev.tautline.history.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The file of the series, through damage and full disks. Not thread-safe: the recorder's thread has it.
final class SeriesFile implements AutoCloseable {
    static final String NAME = "series.db";

    /// Primary result codes of SQLite (sqlite.org/rescode.html).
    static final int CORRUPT = 11;

    private static final int NOT_A_DATABASE = 26;
    private static final List<String> PARTS = List.of("", "-wal", "-shm");

    private final Path file;
    private final Clock clock;
    private final Consumer<String> says;
    private @Nullable SeriesDatabase database;
    private @Nullable String trouble;

    /// Statements that are written together or not at all.
    interface Work {
        void on(SeriesDatabase database) throws SQLException;
    }

    SeriesFile(Path folder, Clock clock, Consumer<String> says) {
        this.file = folder.resolve(NAME);
        this.clock = clock;
        this.says = says;
    }

    /// False when it could not be written; then it was said why, once.
    boolean write(Work work) {
        try {
            var open = opened();
            try {
                work.on(open);
                open.commit();
            } catch (SQLException e) {
                open.undo(e);
                throw e;
            }
            worked();
            return true;
        } catch (SQLException e) {
            failed(e);
            return false;
        }
    }

    private SeriesDatabase opened() throws SQLException {
        var open = database;
        if (open == null) {
            open = openOrReplace();
            database = open;
        }
        return open;
    }

    private SeriesDatabase openOrReplace() throws SQLException {
        try {
            return SeriesDatabase.open(file);
        } catch (SQLException e) {
            if (!damage(e)) {
                throw e;
            }
            setAside();
            return SeriesDatabase.open(file);
        }
    }

    private void setAside() throws SQLException {
        var aside = NAME + ".damaged-" + clock.instant().getEpochSecond();
        try {
            for (var part : PARTS) {
                var from = file.resolveSibling(NAME + part);
                if (Files.exists(from)) {
                    Files.move(from, file.resolveSibling(aside + part));
                }
            }
        } catch (IOException e) {
            throw new SQLException("the damaged file cannot be moved aside", "", CORRUPT, e);
        }
        says.accept("the series " + file + " are damaged: the file was moved to " + aside
                + ", and a new one was begun; charts and configuration history begin anew, incidents are not touched");
    }

    private static boolean damage(SQLException e) {
        int primary = e.getErrorCode() & 0xff;
        return primary == CORRUPT || primary == NOT_A_DATABASE;
    }

    private void worked() {
        if (trouble != null) {
            trouble = null;
            says.accept("the series " + file + " are written again; charts have a hole in between");
        }
    }

    private void failed(SQLException e) {
        if (damage(e)) {
            close();
        }
        var present = String.valueOf(e.getMessage());
        if (!present.equals(trouble)) {
            trouble = present;
            says.accept("the series " + file + " cannot be written (" + present
                    + "): the watch goes on, charts will have a hole");
        }
    }

    @Override
    public void close() {
        try {
            if (database != null) {
                database.close();
            }
        } catch (SQLException alreadyBroken) {
            says.accept("the file of the series could not be closed: " + alreadyBroken.getMessage());
        }
        database = null;
    }
}
