package dev.tautline.link.reader.postgres;

import dev.tautline.link.ConnectionLimit;
import dev.tautline.link.ConnectionLimit.Of;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.settings.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds the limits of connections that SQL gives to roles and databases. Only whole, plain statements count:
/// names and numbers that a variable fills in are not known, and say nothing. Not thread-safe.
public final class SqlLimits {
    private static final String NAME = "(?:\"(?<quoted>[^\"$:]{1,63})\"|(?<plain>[A-Za-z_]\\w{0,62}))";
    /// Strings may hold a semicolon; no statement of this kind has a thousand characters.
    private static final String OPTIONS = "(?<before>(?:'[^']{0,200}'|[^;']){0,1000}?)";
    private static final Pattern STATEMENT = Pattern.compile(
            "\\b(?:CREATE|ALTER)\\s+(?<kind>ROLE|USER|DATABASE)\\s+" + NAME + "(?=\\s)" + OPTIONS
                    + "\\bCONNECTION\\s+LIMIT\\s*=?\\s*(?<most>-?\\d{1,9})(?!\\w)(?<after>[^;]{0,500})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SUPERUSER = Pattern.compile("(?i)\\bSUPERUSER\\b");
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*[^*]*(?:\\*(?!/)[^*]*)*\\*/");

    private record Limited(Of of, String name) {}

    private final Map<Limited, ConnectionLimit> limits = new LinkedHashMap<>();

    private SqlLimits() {}

    /// What several texts say, one after the other: the last statement about something holds.
    public static SqlLimits of(List<SourceText> texts) {
        var limits = new SqlLimits();
        texts.forEach(limits::read);
        return limits;
    }

    public List<ConnectionLimit> all() {
        return List.copyOf(limits.values());
    }

    /// A limit that is declared for a role by other means than SQL.
    public void role(String name, Written most) {
        if (most.isResolved() && most.text().matches("-?\\d{1,9}")) {
            put(new ConnectionLimit(Of.ROLE, name, Integer.parseInt(most.text()), most.origin()));
        }
    }

    private void read(SourceText source) {
        var text = COMMENT.matcher(source.text())
                .replaceAll(comment -> comment.group().replaceAll("[^\\n]", " "));
        STATEMENT
                .matcher(text)
                .results()
                .filter(found -> !SUPERUSER
                        .matcher(found.group("before") + found.group("after"))
                        .find())
                .forEach(found -> put(limit(source, text, found)));
    }

    private static ConnectionLimit limit(SourceText source, String text, MatchResult found) {
        var isDatabase = found.group("kind").equalsIgnoreCase("DATABASE");
        var quoted = found.group("quoted");
        var at = found.start("most");
        var line = (int) text.substring(0, at)
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count()
                + 1;
        return new ConnectionLimit(
                isDatabase ? Of.DATABASE : Of.ROLE,
                quoted == null ? found.group("plain").toLowerCase(Locale.ROOT) : quoted,
                Integer.parseInt(found.group("most")),
                source.place(line, at - text.lastIndexOf('\n', at - 1), "CONNECTION LIMIT"));
    }

    /// A negative number takes a limit away.
    private void put(ConnectionLimit limit) {
        var limited = new Limited(limit.of(), limit.name());
        limits.remove(limited);
        if (limit.most() >= 0) {
            limits.put(limited, limit);
        }
    }
}
