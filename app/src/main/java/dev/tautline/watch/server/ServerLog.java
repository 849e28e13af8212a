package dev.tautline.watch.server;

import dev.tautline.watch.server.Question.Asked;
import dev.tautline.watch.server.log.FailedStatement;
import dev.tautline.watch.server.log.LogEntry;
import dev.tautline.watch.server.log.LogFormat;
import dev.tautline.watch.server.log.LogTold;
import dev.tautline.watch.server.log.RefusedLogin;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads what was appended to the server's log since it was asked before, through the server, and keeps who was refused
/// a log-in and which statements failed. What stood there before the first look is passed over, and of a log that grows
/// faster than it may be read
/// the older part is. Not thread-safe.
final class ServerLog implements Question<LogTold> {
    /// At each look.
    private static final int MOST_BYTES = 256 * 1024;

    /// The settings of the log are asked for at every so many looks.
    private static final int SETTINGS_EVERY = 10;

    private final RecentTimes<RefusedLogin> refused = new RecentTimes<>(
            login -> new RefusedLogin(login.kind(), "", "", login.address()),
            login -> new RefusedLogin(login.kind(), "", "", ""),
            System.nanoTime());
    private final RecentTimes<FailedStatement> failed = new RecentTimes<>(
            statement -> new FailedStatement(statement.state(), "", ""),
            statement -> new FailedStatement(FailedStatement.OTHER, "", ""),
            System.nanoTime());
    private final String guard;
    private int looks;
    private @Nullable LogSource source;
    private @Nullable LogFormat format;
    private @Nullable String file;
    private long offset;

    /// The newest file, and what is new of the one that was read before.
    private record Step(
            @Nullable String file, long size, @Nullable String appended) {}

    /// @param guard the role whose statements are left out
    ServerLog(String guard) {
        this.guard = guard;
    }

    @Override
    public LogTold ask(Asked server) throws SQLException {
        if (looks++ % SETTINGS_EVERY == 0 || source == null || format == null) {
            settle(server);
        }
        refused.begin(System.nanoTime());
        failed.begin(System.nanoTime());
        follow(server);
        return new LogTold(refused.seconds(System.nanoTime()), refused.times(), failed.times());
    }

    private void note(LogEntry entry) {
        RefusedLogin.in(entry).ifPresent(refused::add);
        FailedStatement.in(entry)
                .filter(statement -> !statement.role().equals(guard))
                .ifPresent(failed::add);
    }

    private void settle(Asked server) throws SQLException {
        var before = source;
        source = null;
        var present = LogSource.of(server);
        if (!present.equals(before)) {
            format = LogFormat.of(present.format(), present.linePrefix());
        }
        if (before != null && !present.format().equals(before.format())) {
            file = null;
        }
        source = present;
    }

    private void follow(Asked server) throws SQLException {
        var step = step(server);
        var newest = step.file();
        if (newest == null || step.size() < 0) {
            throw new SQLException("the log's newest file is not in log_directory", "55000");
        }
        if (file == null) {
            file = newest;
            offset = step.size();
        } else if (!newest.equals(file)) {
            take(read(server));
            begin(newest, server);
        } else if (step.size() < offset) {
            begin(newest, server);
        } else {
            take(step.appended());
        }
        offset = Math.max(offset, step.size() - MOST_BYTES);
    }

    private void begin(String name, Asked server) throws SQLException {
        file = name;
        offset = 0;
        take(read(server));
    }

    /// An entry that is longer than all that may be read at once is passed over.
    private void take(@Nullable String bytes) {
        var by = format;
        if (bytes != null && by != null) {
            int taken = by.read(bytes, this::note);
            offset += taken == 0 && bytes.length() >= MOST_BYTES ? bytes.length() : taken;
        }
    }

    private Step step(Asked server) throws SQLException {
        var of = known();
        return server.one(
                String.format(
                        Locale.ROOT,
                        """
                        SELECT newest.name, coalesce(listed.size, -1) AS size,
                               CASE WHEN newest.name = %s AND listed.size > %d THEN %s END AS appended
                        FROM (SELECT regexp_replace(pg_current_logfile('%s'), '^.*/', '') AS name) newest
                        LEFT JOIN LATERAL (SELECT size FROM pg_ls_logdir() WHERE name = newest.name) listed ON true\
                        """,
                        literal(server),
                        offset,
                        of.reading(literal(server), offset, MOST_BYTES),
                        of.format()),
                row -> new Step(row.getString("name"), row.getLong("size"), text(row.getBytes("appended"))));
    }

    /// Of the file that is read; nothing when it is gone.
    private @Nullable String read(Asked server) throws SQLException {
        var sql = "SELECT " + known().reading(literal(server), offset, MOST_BYTES) + " AS bytes";
        return server.one(sql, row -> new Step(file, 0, text(row.getBytes("bytes"))))
                .appended();
    }

    /// One character for each byte.
    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private String literal(Asked server) throws SQLException {
        return file == null ? "NULL" : server.statement().enquoteLiteral(file);
    }

    private LogSource known() throws SQLException {
        var of = source;
        if (of == null) {
            throw new SQLException("the settings of the log are not known", "55000");
        }
        return of;
    }
}
