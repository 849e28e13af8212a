package dev.tautline.link.reader.terraform;

import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.TextPlaces;
import dev.tautline.settings.Origin;

/// A text in HCL's native syntax, and how far it is read: blanks, comments, words, quoted texts, heredocs
/// (HCL native syntax specification, "Lexical Elements").
final class HclText {
    private final String text;
    private final TextPlaces places;
    private int at;

    HclText(SourceText source) {
        this.text = source.text();
        this.places = new TextPlaces(source);
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    /// The next sign; NUL at the end.
    char next() {
        return isAtEnd() ? '\0' : text.charAt(at);
    }

    void skip() {
        at++;
    }

    boolean takes(char sign) {
        if (next() != sign || isAtEnd()) {
            return false;
        }
        at++;
        return true;
    }

    boolean takes(String word) {
        if (!text.startsWith(word, at)) {
            return false;
        }
        at += word.length();
        return true;
    }

    Origin.InFile place(String key) {
        return places.at(Math.min(at, text.length()), key);
    }

    /// Blanks and comments, and ends of lines where they mean nothing.
    void blanks(boolean withLines) {
        while (!isAtEnd()) {
            if (text.startsWith("/*", at)) {
                var end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else if (next() == '#' || text.startsWith("//", at)) {
                toEndOfLine();
            } else if (next() == '\n' ? withLines : Character.isWhitespace(next()) || next() == '\uFEFF') {
                at++;
            } else {
                return;
            }
        }
    }

    private void toEndOfLine() {
        var end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    /// An identifier; empty where none stands.
    String word() {
        var start = at;
        while (!isAtEnd() && (Character.isLetterOrDigit(next()) || next() == '_' || next() == '-')) {
            at++;
        }
        return text.substring(start, at);
    }

    /// A quoted text without its quotes; `${…}` stays as it is. One that does not end, ends with its line.
    String quoted() {
        at++;
        var read = new StringBuilder();
        for (int depth = 0; !isAtEnd() && next() != '\n' && (next() != '"' || depth > 0); at++) {
            if (text.startsWith("${", at)) {
                depth++;
            } else if (next() == '}' && depth > 0) {
                depth--;
            } else if (next() == '\\' && depth == 0 && at + 1 < text.length() && text.charAt(at + 1) != '\n') {
                at++;
                read.append(unescaped(next()));
                continue;
            }
            read.append(next());
        }
        takes('"');
        return read.toString();
    }

    private static char unescaped(char sign) {
        return switch (sign) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> sign;
        };
    }

    boolean isAtHeredoc() {
        return text.startsWith("<<", at);
    }

    /// The lines up to the word that ends them.
    String heredoc() {
        at += 2;
        takes('-');
        var end = word();
        toEndOfLine();
        var read = new StringBuilder();
        while (!isAtEnd() && !end.isEmpty()) {
            at++;
            var start = at;
            toEndOfLine();
            var line = text.substring(Math.min(start, text.length()), at);
            if (line.strip().equals(end)) {
                break;
            }
            read.append(line).append('\n');
        }
        return read.toString();
    }

    /// What is computed, up to what ends it outside of brackets: the end of the line, a comma, a closing bracket.
    String expression() {
        var start = at;
        var depth = 0;
        while (!isAtEnd()) {
            var sign = next();
            if (depth == 0
                    && (sign == '\n' || sign == ',' || sign == '}' || sign == ']' || sign == ')' || sign == '#')) {
                break;
            }
            if (sign == '"') {
                quoted();
                continue;
            }
            depth += sign == '(' || sign == '[' || sign == '{' ? 1 : sign == ')' || sign == ']' || sign == '}' ? -1 : 0;
            at++;
        }
        return text.substring(start, at).strip();
    }

    /// Whether nothing but blanks and a comment is left before the value ends.
    boolean isAtEndOfValue() {
        blanks(false);
        return isAtEnd() || "\n,}])".indexOf(next()) >= 0;
    }

    int offset() {
        return at;
    }

    void backTo(int offset) {
        at = offset;
    }
}
