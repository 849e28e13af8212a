package dev.tautline.link.reader.compose;

import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Replaces `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME:?message}` and `${NAME:+other}` as Compose does
/// (Compose file reference, "Interpolation"). What the shell of whoever starts it would add is unknown, so a
/// variable without a value here stays unresolved.
record Interpolation(Map<String, Written> values) {
    /// Nesting deeper than anybody writes; also ends the growth of a hostile file.
    private static final int MAX_DEPTH = 8;

    private static final int MAX_LENGTH = 64 << 10;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

    static final Interpolation NOTHING = new Interpolation(Map.of());

    Interpolation {
        values = Collections.unmodifiableMap(values);
    }

    /// These values, and `others` for names that have none.
    Interpolation orElse(Map<String, Written> others) {
        if (values.isEmpty()) {
            return new Interpolation(others);
        }
        var all = new LinkedHashMap<>(others);
        all.putAll(values);
        return new Interpolation(all);
    }

    /// The text of a part of a tree, resolved.
    Optional<Written> text(YamlTree tree, String... path) {
        return tree.text(path).map(this::resolve);
    }

    /// The texts of a list, or the one text that stands in its place.
    List<Written> texts(YamlTree tree, String... path) {
        var items = tree.items(path);
        return items.isEmpty()
                ? text(tree, path).stream().toList()
                : items.stream().flatMap(item -> text(item).stream()).toList();
    }

    Written resolve(Written raw) {
        if (raw.text().indexOf('$') < 0) {
            return raw;
        }
        var run = new Run();
        run.append(raw.text(), 0);
        var from = run.only(raw.text()).map(Written::origin).orElse(raw.origin());
        return new Written(raw.key(), run.result.toString(), from, run.missing);
    }

    private final class Run {
        private final StringBuilder result = new StringBuilder();
        private final List<String> missing = new ArrayList<>();
        private final List<Written> used = new ArrayList<>();

        /// The variable whose value this is, when the text is nothing else: there a person would edit it.
        Optional<Written> only(String text) {
            var isWhole = text.startsWith("$") && used.size() == 1;
            return isWhole && used.getFirst().text().contentEquals(result)
                    ? Optional.of(used.getFirst())
                    : Optional.empty();
        }

        void append(String text, int depth) {
            var i = 0;
            while (i < text.length() && result.length() < MAX_LENGTH) {
                i = text.charAt(i) == '$' ? dollar(text, i, depth) : letter(text.charAt(i), i);
            }
        }

        private int letter(char letter, int i) {
            result.append(letter);
            return i + 1;
        }

        private int dollar(String text, int i, int depth) {
            if (text.startsWith("$$", i)) {
                result.append('$');
                return i + 2;
            }
            var braced = text.startsWith("${", i);
            var name = NAME.matcher(text).region(braced ? i + 2 : Math.min(i + 1, text.length()), text.length());
            var end = braced ? closing(text, i) : -1;
            if (!name.lookingAt() || (braced && (end < 0 || depth >= MAX_DEPTH))) {
                return letter('$', i);
            }
            if (!braced) {
                substitute(name.group(), "", depth);
                return name.end();
            }
            substitute(name.group(), text.substring(name.end(), end), depth);
            return end + 1;
        }

        /// `rule` is what follows the name: `:-default`, `?message` … or nothing.
        private void substitute(String name, String rule, int depth) {
            var value = Optional.ofNullable(values.get(name));
            var isStrict = rule.startsWith(":");
            var isSet = value.isPresent() && !(isStrict && value.get().text().isEmpty());
            var operator = rule.length() > (isStrict ? 1 : 0) ? rule.charAt(isStrict ? 1 : 0) : ' ';
            var operand = operator == ' ' ? "" : rule.substring(isStrict ? 2 : 1);
            if (operator == '+') {
                append(isSet ? operand : "", depth + 1);
            } else if (isSet) {
                used.add(value.get());
                missing.addAll(value.get().unresolved());
                result.append(value.get().text());
            } else if (operator == '-') {
                append(operand, depth + 1);
            } else {
                missing.add(name);
                result.append("${").append(name).append('}');
            }
        }
    }

    /// The index of the brace that closes the one after `start`, or -1.
    private static int closing(String text, int start) {
        var depth = 0;
        for (int i = start; i < text.length(); i++) {
            if (text.startsWith("${", i)) {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
