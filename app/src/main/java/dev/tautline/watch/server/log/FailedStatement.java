package dev.tautline.watch.server.log;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A statement that the server refused or gave up; what the log does not tell is empty.
///
/// @param state its SQLSTATE; [#OTHER] where the log does not tell it and its words are not known
public record FailedStatement(String state, String role, String database) {
    public static final String OTHER = "other";

    /// In other languages: what is neither a success, a warning, nor about the connection alone.
    private static final Pattern FAILURES = Pattern.compile("(?:0A|2[1-7]|3|4|5|P0|XX).*");

    private record Words(Pattern pattern, String state) {
        static Words of(String state, String expression) {
            return new Words(Pattern.compile(expression, Pattern.DOTALL), state);
        }
    }

    /// Where `log_line_prefix` has no `%e`: the messages of PostgreSQL 13 to 18 that are met most.
    private static final List<Words> WORDS = List.of(
            Words.of(
                    "42501",
                    "(?:permission denied for|must be owner of|new row violates row-level security policy) .*"),
            Words.of("42P01", "relation \".*\" does not exist.*"),
            Words.of("42703", "column .* does not exist.*"),
            Words.of("42883", "(?:function|procedure|operator) .* does not exist.*"),
            Words.of("3F000", "schema \".*\" does not exist.*|no schema has been selected.*"),
            Words.of("42704", "(?:type|collation|index) \".*\" does not exist.*"),
            Words.of("42P10", "there is no unique or exclusion constraint matching the ON CONFLICT specification.*"),
            Words.of("42804", "column .* is of type .* but expression is of type .*"),
            Words.of("42601", "syntax error at .*"),
            Words.of("57014", "canceling statement due to (?:statement timeout|user request).*"),
            Words.of("55P03", "canceling statement due to lock timeout.*|could not obtain lock on .*"),
            Words.of("40P01", "deadlock detected.*"),
            Words.of(
                    "40001",
                    "could not serialize access due to .*|canceling statement due to conflict with recovery.*"),
            Words.of("25006", "cannot execute .* in a read-only transaction.*"),
            Words.of("25P02", "current transaction is aborted, .*"),
            Words.of("25P03", "terminating connection due to idle-in-transaction timeout.*"),
            Words.of("25P04", "terminating connection due to transaction timeout.*"),
            Words.of("57P05", "terminating connection due to idle-session timeout.*"),
            Words.of("57P01", "terminating connection due to administrator command.*"),
            Words.of("23505", "duplicate key value violates unique constraint .*"),
            Words.of("23502", "null value in column .* violates not-null constraint.*"),
            Words.of("23503", ".* violates foreign key constraint .*"),
            Words.of("23514", ".* violates check constraint .*"),
            Words.of("2200H", "nextval: reached (?:maximum|minimum) value of sequence .*"),
            Words.of("22003", ".*(?:integer|bigint|smallint) out of range.*|numeric field overflow.*"),
            Words.of("22001", "value too long for type .*"),
            Words.of("22012", "division by zero.*"),
            Words.of("22P02", "invalid input syntax for type .*"),
            Words.of("0A000", "cached plan must not change result type.*"),
            Words.of("26000", "prepared statement \".*\" does not exist.*"),
            Words.of("42P05", "prepared statement \".*\" already exists.*"),
            Words.of("53400", "temporary file size exceeds temp_file_limit.*"),
            Words.of("53200", "out of (?:shared )?memory.*"),
            Words.of("53100", ".*No space left on device.*"));

    /// Empty when the entry tells of no statement.
    public static Optional<FailedStatement> in(LogEntry entry) {
        boolean failed = entry.isEnglish()
                ? entry.severity().equals("ERROR") || entry.severity().equals("FATAL")
                : FAILURES.matcher(entry.state()).matches();
        return failed && RefusedLogin.in(entry).isEmpty()
                ? Optional.of(new FailedStatement(state(entry), entry.role(), entry.database()))
                : Optional.empty();
    }

    private static String state(LogEntry entry) {
        if (!entry.state().isEmpty()) {
            return entry.state();
        }
        return WORDS.stream()
                .filter(words -> words.pattern().matcher(entry.message()).matches())
                .map(Words::state)
                .findFirst()
                .orElse(OTHER);
    }
}
