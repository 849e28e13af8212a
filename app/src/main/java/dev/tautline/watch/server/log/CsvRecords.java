package dev.tautline.watch.server.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// `csvlog` (PostgreSQL 18 manual, table 19.3): records that may hold line ends within quotes.
final class CsvRecords implements LogFormat {
    private static final Pattern BEGINS = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    private static final int ROLE = 1;
    private static final int DATABASE = 2;
    private static final int CONNECTED_FROM = 4;
    private static final int SEVERITY = 11;
    private static final int STATE = 12;
    private static final int MESSAGE = 13;

    /// Each record begins with a time: after something that was cut, reading finds its way again.
    @Override
    public int read(String bytes, Consumer<LogEntry> each) {
        var begins = BEGINS.matcher(bytes);
        int at = 0;
        while (at < bytes.length()) {
            var fields = new ArrayList<String>();
            int next = begins.region(at, bytes.length()).lookingAt()
                    ? record(bytes, at, fields)
                    : bytes.indexOf('\n', at) + 1;
            if (next <= at) {
                return at;
            }
            entry(fields, each);
            at = next;
        }
        return at;
    }

    /// Where the next record begins; -1 when this one is not whole.
    private static int record(String bytes, int from, List<String> fields) {
        var field = new StringBuilder();
        boolean quoted = false;
        for (int at = from; at < bytes.length(); at++) {
            char present = bytes.charAt(at);
            if (present == '"' && quoted && at + 1 < bytes.length() && bytes.charAt(at + 1) == '"') {
                field.append('"');
                at++;
            } else if (present == '"') {
                quoted = !quoted;
            } else if (quoted || (present != ',' && present != '\n')) {
                field.append(present);
            } else {
                fields.add(field.toString());
                field.setLength(0);
                if (present == '\n') {
                    return at + 1;
                }
            }
        }
        return -1;
    }

    private static void entry(List<String> fields, Consumer<LogEntry> each) {
        if (fields.size() <= MESSAGE) {
            return;
        }
        each.accept(new LogEntry(
                LogEntry.text(fields.get(SEVERITY)),
                fields.get(STATE),
                LogEntry.text(fields.get(MESSAGE)),
                LogEntry.text(fields.get(ROLE)),
                LogEntry.text(fields.get(DATABASE)),
                host(fields.get(CONNECTED_FROM))));
    }

    /// `10.0.0.5:51234`, or `[local]`.
    private static String host(String connectedFrom) {
        int port = connectedFrom.lastIndexOf(':');
        return port < 0 ? connectedFrom : connectedFrom.substring(0, port);
    }
}
