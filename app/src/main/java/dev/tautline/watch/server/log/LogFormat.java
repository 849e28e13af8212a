package dev.tautline.watch.server.log;

import java.util.function.Consumer;

/// How a log is written (PostgreSQL 18 manual, 19.8.4, `log_destination`). Not thread-safe: some remember lines.
public interface LogFormat {
    /// Reads the whole entries at the beginning of what was appended.
    ///
    /// @param bytes one character for each byte, so that no character can be cut
    /// @return how many bytes need not be given again
    int read(String bytes, Consumer<LogEntry> each);

    /// The one that `pg_current_logfile` knows by this name.
    ///
    /// @param name `stderr`, `csvlog` or `jsonlog`
    /// @param linePrefix the value of `log_line_prefix`, which only lines for `stderr` have
    static LogFormat of(String name, String linePrefix) {
        return switch (name) {
            case "jsonlog" -> new JsonLines();
            case "csvlog" -> new CsvRecords();
            case "stderr" -> new PlainLines(LinePrefix.of(linePrefix));
            default -> throw new IllegalArgumentException(name);
        };
    }
}
