package dev.tautline.watch.server;

import dev.tautline.watch.server.Question.Asked;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// How the server's log can be read through the server.
///
/// @param format as `pg_current_logfile` names it
/// @param linePrefix the value of `log_line_prefix`
/// @param narrow whether there is a function that reads files of the log and no others
record LogSource(String format, String linePrefix, boolean narrow) {
    private static final String NAME = "pg_current_logfile(text)";
    private static final String LIST = "pg_ls_logdir()";
    private static final String READ = "pg_read_binary_file(text, bigint, bigint, boolean)";

    /// The guide has it: EXECUTE on the server's own function opens every file below the data directory.
    private static final String NARROW = "tautline.read_log(text, bigint, bigint)";

    private record Settings(
            boolean collector,
            List<String> destinations,
            String linePrefix,
            String language,
            String role,
            boolean name,
            boolean list,
            boolean read,
            boolean narrow) {}

    /// @throws SQLException of class 55 when no file can be read, and 42 when the role may not, with the GRANT
    static LogSource of(Asked server) throws SQLException {
        var set = settings(server);
        if (!set.collector()) {
            throw new SQLException("logging_collector is off: the log is in no file that the server knows", "55000");
        }
        var lacking = Stream.of(set.name() ? "" : NAME, set.list() ? "" : LIST, set.read() || set.narrow() ? "" : READ)
                .filter(function -> !function.isEmpty())
                .toList();
        if (!lacking.isEmpty()) {
            throw new SQLException(
                    "GRANT EXECUTE ON FUNCTION " + String.join(", ", lacking) + " TO " + set.role(), "42501");
        }
        return new LogSource(format(set, server), set.linePrefix(), set.narrow());
    }

    /// The formats that tell most come first.
    private static String format(Settings set, Asked server) throws SQLException {
        var format = Stream.of("jsonlog", "csvlog", "stderr")
                .filter(set.destinations()::contains)
                .filter(name -> server.version() >= 15 || !name.equals("jsonlog"))
                .findFirst()
                .orElseThrow(() -> new SQLException("log_destination names no file", "55000"));
        if (format.equals("stderr") && !english(set.language())) {
            throw new SQLException(
                    "its lines are in the language of lc_messages = " + set.language()
                            + "; with log_destination = 'csvlog' they can be told apart",
                    "55000");
        }
        return format;
    }

    private static boolean english(String language) {
        return language.isEmpty() || language.matches("(?i)(C|POSIX|en|English)([._@-].*)?");
    }

    private static Settings settings(Asked server) throws SQLException {
        return server.one(
                """
                SELECT current_setting('logging_collector')::boolean AS collector,
                       current_setting('log_destination') AS destinations,
                       current_setting('log_line_prefix') AS line_prefix,
                       current_setting('lc_messages') AS language,
                       quote_ident(current_user) AS role,
                       has_function_privilege('pg_catalog.%s', 'EXECUTE') AS may_name,
                       has_function_privilege('pg_catalog.%s', 'EXECUTE') AS may_list,
                       has_function_privilege('pg_catalog.%s', 'EXECUTE') AS may_read,
                       coalesce(has_schema_privilege(to_regnamespace('tautline')::oid, 'USAGE')
                           AND has_function_privilege(to_regprocedure('%s')::oid, 'EXECUTE'), false) AS narrow\
                """.formatted(NAME, LIST, READ, NARROW),
                row -> new Settings(
                        row.getBoolean("collector"),
                        Stream.of(row.getString("destinations")
                                        .toLowerCase(Locale.ROOT)
                                        .split(",", -1))
                                .map(String::strip)
                                .toList(),
                        row.getString("line_prefix"),
                        row.getString("language"),
                        row.getString("role"),
                        row.getBoolean("may_name"),
                        row.getBoolean("may_list"),
                        row.getBoolean("may_read"),
                        row.getBoolean("narrow")));
    }

    /// SQL that reads a part of a file of the log.
    ///
    /// @param file a literal
    String reading(String file, long from, int most) {
        return narrow
                ? "tautline.read_log(%s, %d, %d)".formatted(file, from, most)
                : "pg_read_binary_file(current_setting('log_directory') || '/' || %s, %d, %d, true)"
                        .formatted(file, from, most);
    }
}
