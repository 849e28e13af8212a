package dev.tautline.watch.server.log;

import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `jsonlog`, PostgreSQL 15 and later: an object in each line.
final class JsonLines implements LogFormat {
    private static final JsonMapper MAPPER = new JsonMapper();

    @Override
    public int read(String bytes, Consumer<LogEntry> each) {
        int end = bytes.lastIndexOf('\n') + 1;
        bytes.substring(0, end)
                .lines()
                .filter(line -> line.contains("\"state_code\""))
                .forEach(line -> line(line, each));
        return end;
    }

    /// A line whose beginning was passed over is none.
    private static void line(String line, Consumer<LogEntry> each) {
        try {
            var entry = MAPPER.readTree(line);
            each.accept(new LogEntry(
                    text(entry, "error_severity"),
                    text(entry, "state_code"),
                    text(entry, "message"),
                    text(entry, "user"),
                    text(entry, "dbname"),
                    text(entry, "remote_host")));
        } catch (JacksonException cut) {
            // The next line is whole.
        }
    }

    private static String text(JsonNode entry, String name) {
        return LogEntry.text(entry.path(name).asString(""));
    }
}
