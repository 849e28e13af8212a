package dev.tautline.link.reader.format;

import dev.tautline.settings.Problem;
import java.util.ArrayList;
import java.util.List;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// Reads TOML into properties, as Micronaut does: tables become the beginnings of keys, items of arrays have their
/// numbers. Not thread-safe.
final class TomlDocuments {
    /// Deeper than any configuration, and not as deep as a stack.
    private static final int MAX_DEPTH = 32;

    private final SourceText source;
    private final List<Property> properties = new ArrayList<>();

    TomlDocuments(SourceText source) {
        this.source = source;
    }

    Documents read() {
        var parsed = Toml.parse(source.text());
        if (parsed.hasErrors()) {
            var first = parsed.errors().getFirst();
            return Documents.unreadable(problem(first.position(), "not TOML: " + first.getMessage()));
        }
        table("", parsed, 0);
        return new Documents(List.of(new Document(properties)), List.of());
    }

    private void table(String prefix, TomlTable table, int depth) {
        for (var entry : table.entrySet()) {
            var position = table.inputPositionOf(List.of(entry.getKey()));
            value(
                    prefix + entry.getKey(),
                    entry.getValue(),
                    position == null ? TomlPosition.positionAt(1, 1) : position,
                    depth);
        }
    }

    private void value(String key, Object value, TomlPosition position, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        switch (value) {
            case TomlTable table -> table(key + ".", table, depth + 1);
            case TomlArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    value(key + "[" + i + "]", array.get(i), array.inputPositionOf(i), depth + 1);
                }
            }
            default ->
                properties.add(new Property(
                        key, String.valueOf(value), source.place(position.line(), columnOf(position), key)));
        }
    }

    /// Of the value, which stands behind the sign; the position is the key's.
    private int columnOf(TomlPosition position) {
        var line = source.text().lines().skip(position.line() - 1L).findFirst().orElse("");
        var sign = line.indexOf('=', Math.min(line.length(), position.column() - 1));
        if (sign < 0) {
            return position.column();
        }
        var at = sign + 1;
        while (at < line.length() && (Character.isWhitespace(line.charAt(at)) || line.charAt(at) == '"')) {
            at++;
        }
        return at + 1;
    }

    private Problem problem(TomlPosition position, String message) {
        return source.problem(position.line(), position.column(), message);
    }
}
