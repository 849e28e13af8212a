package dev.tautline.link.reader.proxy;

import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.Unfilled;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// One line of HAProxy's file as words (HAProxy 3.2 configuration manual, 2.2 "Quoting and escaping"): blanks
/// part them, quotes and backslashes keep what they hold, `#` begins a comment. A word that holds an environment
/// variable is unresolved.
record HaproxyLine(List<Written> words) {
    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)");

    HaproxyLine {
        words = List.copyOf(words);
    }

    static HaproxyLine parse(SourceText source, int number, String text) {
        return new Words(source, number, text).line();
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /// The word at a place, or nothing.
    String word(int index) {
        return index < words.size() ? words.get(index).text() : "";
    }

    Optional<Written> written(int index) {
        return index < words.size() ? Optional.of(words.get(index)) : Optional.empty();
    }

    boolean startsWith(String... beginning) {
        for (int i = 0; i < beginning.length; i++) {
            if (!word(i).equals(beginning[i])) {
                return false;
            }
        }
        return true;
    }

    /// All words from one on, as one value at the place of the first.
    Written rest(int from, String key) {
        var first = words.get(Math.min(from, words.size() - 1));
        var text = String.join(" ", words.stream().skip(from).map(Written::text).toList());
        var unresolved = words.stream()
                .skip(from)
                .flatMap(word -> word.unresolved().stream())
                .toList();
        return new Written(key, text, first.origin(), unresolved);
    }

    /// Cuts a line into words.
    private static final class Words {
        private static final char NONE = '\0';

        private final SourceText source;
        private final int number;
        private final String text;
        private final List<Written> found = new ArrayList<>();
        private int at;

        Words(SourceText source, int number, String text) {
            this.source = source;
            this.number = number;
            this.text = text;
        }

        HaproxyLine line() {
            while (true) {
                while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                    at++;
                }
                if (at == text.length() || text.charAt(at) == '#') {
                    return new HaproxyLine(found);
                }
                word();
            }
        }

        private void word() {
            var start = at;
            var word = new StringBuilder();
            var quote = NONE;
            for (; at < text.length(); at++) {
                var letter = text.charAt(at);
                if (letter == quote) {
                    quote = NONE;
                } else if (quote == NONE && (letter == '"' || letter == '\'')) {
                    quote = letter;
                } else if (quote == NONE && (Character.isWhitespace(letter) || letter == '#')) {
                    break;
                } else if (letter == '\\' && quote != '\'' && at + 1 < text.length()) {
                    word.append(text.charAt(++at));
                } else {
                    word.append(letter);
                }
            }
            var named = VARIABLE.matcher(word).replaceAll("\\${$1}");
            found.add(Unfilled.written("", named, source.place(number, start + 1, "")));
        }
    }
}
