package dev.tautline.link.reader.proxy;

import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.TextPlaces;
import dev.tautline.link.reader.format.Unfilled;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The directives of an nginx configuration: words, and those in the braces behind them (nginx documentation,
/// "Configuration File's Structure").
final class NginxText {
    /// Deeper than any configuration.
    private static final int MAX_DEPTH = 40;

    private final String text;
    private final TextPlaces places;
    private int at;

    /// One directive. The first word is its name.
    record Directive(List<Written> words, List<Directive> inside) {
        Directive {
            words = List.copyOf(words);
            inside = List.copyOf(inside);
        }

        String name() {
            return words.isEmpty() ? "" : words.getFirst().text();
        }

        Optional<Written> argument() {
            return words.size() > 1 ? Optional.of(words.get(1)) : Optional.empty();
        }

        Stream<Directive> all(String named) {
            return inside.stream().filter(one -> one.name().equals(named));
        }
    }

    private NginxText(SourceText source) {
        this.text = source.text();
        this.places = new TextPlaces(source);
    }

    static List<Directive> read(SourceText source) {
        return new NginxText(source).directives(0);
    }

    private List<Directive> directives(int depth) {
        var found = new ArrayList<Directive>();
        var words = new ArrayList<Written>();
        while (at < text.length()) {
            var sign = text.charAt(at);
            if (sign == '#') {
                var end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (sign == ';') {
                at++;
                found.add(new Directive(words, List.of()));
                words.clear();
            } else if (sign == '{') {
                at++;
                found.add(new Directive(words, depth < MAX_DEPTH ? directives(depth + 1) : List.of()));
                words.clear();
            } else if (sign == '}') {
                at++;
                if (depth > 0) {
                    break;
                }
            } else if (Character.isWhitespace(sign)) {
                at++;
            } else {
                words.add(word(words.isEmpty() ? "" : words.getFirst().text()));
            }
        }
        return found;
    }

    private Written word(String directive) {
        var start = at;
        var quote = text.charAt(at) == '"' || text.charAt(at) == '\'' ? text.charAt(at++) : '\0';
        var word = new StringBuilder();
        for (; at < text.length(); at++) {
            var sign = text.charAt(at);
            if (quote == '\0'
                    ? Character.isWhitespace(sign) || (";{}".indexOf(sign) >= 0 && !inVariable(word))
                    : sign == quote) {
                break;
            }
            if (sign == '\\' && at + 1 < text.length()) {
                at++;
            }
            word.append(text.charAt(at));
        }
        if (quote != '\0') {
            at++;
        }
        var key = directive.isEmpty() ? word.toString() : directive;
        return Unfilled.written(key, word.toString(), places.at(quote == '\0' ? start : start + 1, key));
    }

    /// Within the braces of `${name}`.
    private static boolean inVariable(StringBuilder word) {
        var open = word.lastIndexOf("$");
        return open >= 0 && word.indexOf("}", open) < 0 && (open == word.length() - 1 || word.charAt(open + 1) == '{');
    }
}
