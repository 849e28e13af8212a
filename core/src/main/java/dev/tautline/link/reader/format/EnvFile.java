package dev.tautline.link.reader.format;

import dev.tautline.settings.Origin;
import dev.tautline.settings.Written;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// The variables of a `.env` file: `NAME=value`, `export` before it, quotes around the value, comments after a
/// blank and `#` (Docker documentation, "Set environment variables", ".env file syntax").
public final class EnvFile {
    private static final Pattern LINE =
            Pattern.compile("\\s*(?:export\\s+)?(?<name>[A-Za-z_][\\w.-]*)\\s*[=:][ \\t]*(?<value>.*)");
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*$");

    private final SourceText source;
    private final Map<String, Written> variables = new LinkedHashMap<>();

    private EnvFile(SourceText source) {
        this.source = source;
    }

    /// Each variable with the place of its value; a later line for the same name wins. Values may hold
    /// `${NAME}`, as they are written.
    public static Map<String, Written> read(SourceText source) {
        var file = new EnvFile(source);
        var lines = source.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            file.readLine(lines.get(i), i + 1);
        }
        return file.variables;
    }

    private void readLine(String text, int number) {
        var line = LINE.matcher(text);
        if (!line.matches()) {
            return;
        }
        var name = line.group("name");
        var value = line.group("value");
        var column = line.start("value") + 1;
        var quote = value.isEmpty() ? ' ' : value.charAt(0);
        var end = quote == '"' || quote == '\'' ? value.indexOf(quote, 1) : -1;
        if (end > 0) {
            // A single-quoted value is taken as it is: what looks like a variable in it is none.
            var inside = value.substring(1, end);
            put(name, quote == '\'' ? inside.replace("$", "$$") : inside, source.place(number, column + 1, name));
        } else {
            put(name, COMMENT.matcher(value).replaceFirst("").strip(), source.place(number, column, name));
        }
    }

    private void put(String name, String value, Origin origin) {
        variables.put(name, Written.of(name, value, origin));
    }
}
