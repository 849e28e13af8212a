package dev.tautline.link.reader.proxy;

import dev.tautline.link.reader.format.Unfilled;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A connection string of libpq's form, `host=a port=1 dbname='b c'`, its values with their places. One that
/// `isWhole` has nothing else in it.
record ConnectionString(List<Written> values, boolean isWhole) {
    private static final Pattern PAIR = Pattern.compile(
            "(?<key>[A-Za-z_][\\w-]*)\\s*=\\s*(?:'(?<quoted>(?:[^']|'')*)'|(?<plain>(?:\\$\\{[^}]*}|[^\\s'])*))");

    ConnectionString {
        values = List.copyOf(values);
    }

    static ConnectionString parse(Written text) {
        var found = new ArrayList<Written>();
        var matcher = PAIR.matcher(text.text());
        var rest = new StringBuilder();
        var end = 0;
        while (matcher.find()) {
            rest.append(text.text(), end, matcher.start());
            end = matcher.end();
            var group = matcher.group("quoted") == null ? "plain" : "quoted";
            var key = matcher.group("key");
            var value = Unfilled.written(
                    key, matcher.group(group).replace("''", "'"), right(text.origin(), matcher.start(group), key));
            found.add(value);
        }
        rest.append(text.text().substring(end));
        return new ConnectionString(found, rest.toString().isBlank());
    }

    Optional<Written> find(String key) {
        return values.reversed().stream()
                .filter(value -> value.key().equals(key))
                .findFirst();
    }

    private static Origin right(Origin origin, int columns, String key) {
        return origin instanceof Origin.InFile place
                ? new Origin.InFile(place.file(), place.line(), place.column() + columns, key)
                : origin;
    }
}
