package dev.tautline.watch.server.log;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `log_line_prefix` (PostgreSQL 18 manual, 19.8.3) as something that can be read back.
///
/// @param holds the parts that can be told from such a prefix
record LinePrefix(Pattern pattern, Set<Part> holds) {
    private static final Pattern ESCAPE = Pattern.compile("%(-?\\d+)?([A-Za-z%])");
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)? \\S+";

    /// What is wanted of a prefix; each is the name of a group.
    enum Part {
        ROLE,
        DATABASE,
        ADDRESS,
        PROCESS,
        STATE
    }

    /// What a prefix told; empty where it did not.
    record Told(String role, String database, String address, String process, String state) {}

    static LinePrefix of(String format) {
        var expression = new StringBuilder();
        var holds = EnumSet.noneOf(Part.class);
        int optional = 0;
        int at = 0;
        var escape = ESCAPE.matcher(format);
        while (escape.find()) {
            expression.append(Pattern.quote(format.substring(at, escape.start())));
            at = escape.end();
            char letter = escape.group(2).charAt(0);
            if (letter == 'q') {
                expression.append("(?:");
                optional++;
            } else {
                var blanks = escape.group(1) == null ? "" : " *";
                expression.append(blanks).append(expression(letter, holds)).append(blanks);
            }
        }
        expression.append(Pattern.quote(format.substring(at))).append(")?".repeat(optional));
        return new LinePrefix(Pattern.compile(expression.toString()), Set.copyOf(holds));
    }

    /// As narrow as possible, so that parts without anything between them are told apart.
    private static String expression(char letter, Set<Part> holds) {
        return switch (letter) {
            case '%' -> "%";
            case 'u' -> part(Part.ROLE, ".*?", holds);
            case 'd' -> part(Part.DATABASE, ".*?", holds);
            case 'h' -> part(Part.ADDRESS, "\\S*?", holds);
            case 'r' -> part(Part.ADDRESS, "\\S*?", holds) + "(?:\\(\\d+\\))?";
            case 'p' -> part(Part.PROCESS, "\\d+", holds);
            case 'e' -> part(Part.STATE, "\\w{5}", holds);
            case 'm', 't', 's' -> TIME;
            case 'n' -> "\\d+\\.\\d+";
            case 'l', 'P', 'x' -> "\\d*";
            case 'Q' -> "-?\\d*";
            case 'c' -> "[0-9a-f]*\\.?[0-9a-f]*";
            case 'v' -> "[-\\d]*/?\\d*";
            case 'i', 'b' -> "[\\w ]*?";
            default -> ".*?";
        };
    }

    /// A part that comes twice is read once.
    private static String part(Part part, String expression, Set<Part> holds) {
        return holds.add(part) ? "(?<%s>%s)".formatted(part, expression) : expression;
    }

    /// @param bytes one character for each byte
    Told read(String bytes) {
        var matcher = pattern.matcher(bytes);
        boolean fits = matcher.matches();
        return new Told(
                told(Part.ROLE, fits, matcher),
                told(Part.DATABASE, fits, matcher),
                told(Part.ADDRESS, fits, matcher),
                told(Part.PROCESS, fits, matcher),
                told(Part.STATE, fits, matcher));
    }

    private String told(Part part, boolean fits, Matcher matcher) {
        var text = fits && holds.contains(part) ? matcher.group(part.name()) : null;
        return text == null ? "" : LogEntry.text(text);
    }
}
