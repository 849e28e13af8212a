package dev.tautline.link.reader.format;

import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Replaces `${name}` and `${name:default}` as Spring does: from the environment first, then from the other
/// properties, then the default. Nesting is followed to a fixed depth, so a cycle ends as "missing".
public final class Placeholders {
    private static final int MAX_DEPTH = 16;
    private static final String START = "${";

    private final Environment environment;
    private final Function<String, Optional<String>> properties;
    private final String separator;

    public Placeholders(Environment environment, Function<String, Optional<String>> properties) {
        this(environment, properties, ":");
    }

    /// With another sign than a colon between a name and its default, such as `:-`.
    public Placeholders(Environment environment, Function<String, Optional<String>> properties, String separator) {
        this.environment = environment;
        this.properties = properties;
        this.separator = separator;
    }

    public Resolved resolve(String text) {
        var run = new Run();
        run.append(text, 0, true, 0);
        return new Resolved(run.result.toString(), List.copyOf(run.missing), run.variables, run.offsets);
    }

    private Optional<String> variable(String name) {
        return environment
                .find(name)
                .or(() -> environment.find(
                        name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT)))
                .map(Written::text);
    }

    /// Micronaut lets a default with colons stand between backquotes; elsewhere, none begins with one.
    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("`") && text.endsWith("`")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    /// The end of the placeholder that starts at `start`: the index of its closing brace, or -1.
    private static int end(String text, int start) {
        var depth = 0;
        for (int i = start; i < text.length(); i++) {
            if (text.startsWith(START, i)) {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /// One resolution; collects as it goes.
    private final class Run {
        private final StringBuilder result = new StringBuilder();
        private final List<Integer> offsets = new ArrayList<>();
        private final Set<String> missing = new LinkedHashSet<>();
        private final Set<String> variables = new LinkedHashSet<>();

        /// Appends `text`; `at` is where it stands in the written text, letter by letter if it is that text
        /// itself.
        void append(String text, int at, boolean isWritten, int depth) {
            var i = 0;
            while (i < text.length()) {
                var place = isWritten ? at + i : at;
                var end = text.startsWith(START, i) ? end(text, i) : -1;
                if (end < 0) {
                    put(text.substring(i, i + 1), place);
                    i++;
                } else {
                    replace(text.substring(i + START.length(), end), place, depth);
                    i = end + 1;
                }
            }
        }

        private void put(String letters, int place) {
            result.append(letters);
            letters.chars().forEach(letter -> offsets.add(place));
        }

        private void replace(String inside, int place, int depth) {
            var colon = inside.startsWith(START) ? -1 : inside.indexOf(separator);
            var name = (colon < 0 ? inside : inside.substring(0, colon)).strip();
            var fromEnvironment = variable(name);
            fromEnvironment.ifPresent(value -> variables.add(name));
            var value = fromEnvironment
                    .or(() -> properties.apply(name))
                    .or(() -> colon < 0
                            ? Optional.empty()
                            : Optional.of(unquoted(inside.substring(colon + separator.length()))));
            if (value.isPresent() && depth < MAX_DEPTH) {
                append(value.get(), place, false, depth + 1);
            } else {
                missing.add(name);
                put(START + inside + "}", place);
            }
        }
    }
}
