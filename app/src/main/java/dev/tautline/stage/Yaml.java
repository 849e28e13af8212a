package dev.tautline.stage;

import java.util.Map;
import java.util.stream.Collectors;

/// Writes settings that people will read: one per line.
final class Yaml {
    private Yaml() {}

    /// Dotted keys, which Spring reads like nested ones.
    static String flat(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(entry -> "%s: %s%n".formatted(entry.getKey(), scalar(entry.getValue())))
                .collect(Collectors.joining());
    }

    /// Numbers and truth values as they are, all else in single quotes, in which only the quote is special.
    static String scalar(String value) {
        return value.matches("-?[0-9]+|true|false") ? value : "'" + value.replace("'", "''") + "'";
    }
}
