package dev.tautline.watch.server.log;

import dev.tautline.watch.server.log.LinePrefix.Told;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// `stderr`: each line begins with `log_line_prefix`; lines that go on with an entry begin with a tab.
final class PlainLines implements LogFormat {
    private static final Pattern SEVERITY =
            Pattern.compile("(?<=^|[^A-Z])(DEBUG[1-5]?|LOG|INFO|NOTICE|WARNING|ERROR|FATAL|PANIC"
                    + "|DETAIL|HINT|QUERY|CONTEXT|STATEMENT|LOCATION|BACKTRACE):  ");

    /// The others go on with an entry, or say nothing of what failed.
    private static final Set<String> TOLD = Set.of("LOG", "ERROR", "FATAL", "PANIC");

    /// Written with `log_connections`.
    private static final Pattern RECEIVED = Pattern.compile("connection received: host=(\\S+).*");

    private static final int MOST_PROCESSES = 500;

    private final LinePrefix prefix;

    /// By process id, where the latest connections come from.
    private final Map<String, String> addresses = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_PROCESSES;
        }
    };

    PlainLines(LinePrefix prefix) {
        this.prefix = prefix;
    }

    @Override
    public int read(String bytes, Consumer<LogEntry> each) {
        int end = bytes.lastIndexOf('\n') + 1;
        bytes.substring(0, end).lines().filter(line -> !line.startsWith("\t")).forEach(line -> line(line, each));
        return end;
    }

    /// The first word that looks like a severity is it: a statement that is logged may hold others.
    private void line(String line, Consumer<LogEntry> each) {
        var severity = SEVERITY.matcher(line);
        if (!severity.find() || !TOLD.contains(severity.group(1))) {
            return;
        }
        var message = LogEntry.text(line.substring(severity.end()));
        var told = prefix.read(line.substring(0, severity.start()));
        var received = RECEIVED.matcher(message);
        if (received.matches()) {
            addresses.put(told.process(), received.group(1));
            return;
        }
        each.accept(
                new LogEntry(severity.group(1), told.state(), message, told.role(), told.database(), address(told)));
    }

    private String address(Told told) {
        return told.address().isEmpty() && !told.process().isEmpty()
                ? addresses.getOrDefault(told.process(), "")
                : told.address();
    }
}
