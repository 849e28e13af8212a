package dev.tautline.link.reader.proxy;

/// The tokens of a libconfig text: signs, names and bare values, quoted texts; the empty token is the end.
final class LibConfigTokens {
    private static final String SIGNS = "={}()[];,:";

    private final String text;
    private int at;
    private int start;
    private int line = 1;
    private int lineStart;
    private String token = "";
    private boolean isQuoted;

    LibConfigTokens(String text) {
        this.text = text;
        read();
    }

    /// The token here; the quotes of a text are gone.
    String current() {
        return isQuoted ? "\"" : token;
    }

    /// Whether this is a sign, or with an empty one, the end.
    boolean at(String sign) {
        return !isQuoted && (token.equals(sign) || token.isEmpty());
    }

    boolean isName() {
        return !isQuoted && !token.isEmpty() && SIGNS.indexOf(token.charAt(0)) < 0;
    }

    boolean isValue() {
        return isQuoted || isName();
    }

    boolean isFollowedBySign() {
        var next = skipped(at);
        return next < text.length() && (text.charAt(next) == '=' || text.charAt(next) == ':');
    }

    int line() {
        return line;
    }

    /// Where the token begins on its line, from 1; of a text, the first letter behind the quote.
    int column() {
        return start - lineStart + (isQuoted ? 2 : 1);
    }

    String next() {
        var here = token;
        read();
        return here;
    }

    /// A value; texts one after the other are one.
    String nextValue() {
        if (!isQuoted) {
            return next();
        }
        var all = new StringBuilder();
        while (isQuoted) {
            all.append(token);
            read();
        }
        return all.toString();
    }

    private void read() {
        var from = skipped(at);
        for (int i = at; i < from; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        start = from;
        at = from;
        isQuoted = at < text.length() && text.charAt(at) == '"';
        if (isQuoted) {
            quoted();
        } else if (at < text.length() && SIGNS.indexOf(text.charAt(at)) >= 0) {
            token = text.substring(at, ++at);
        } else {
            bare();
        }
    }

    private void bare() {
        while (at < text.length() && isBare(text.charAt(at))) {
            at++;
        }
        if (at == start && at < text.length()) {
            at++;
        }
        token = text.substring(start, at);
    }

    private static boolean isBare(char letter) {
        return !Character.isWhitespace(letter) && SIGNS.indexOf(letter) < 0 && letter != '"' && letter != '#';
    }

    private void quoted() {
        var inside = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            inside.append(text.charAt(at++));
        }
        at = Math.min(at + 1, text.length());
        token = inside.toString();
    }

    /// The first letter that is neither blank nor comment. `@include` lines are passed over as comments are.
    private int skipped(int from) {
        var i = from;
        while (i < text.length()) {
            if (Character.isWhitespace(text.charAt(i))) {
                i++;
            } else if (text.charAt(i) == '#' || text.startsWith("//", i) || text.startsWith("@include", i)) {
                i = end("\n", i);
            } else if (text.startsWith("/*", i)) {
                i = Math.min(end("*/", i + 2) + 2, text.length());
            } else {
                return i;
            }
        }
        return i;
    }

    private int end(String sign, int from) {
        var found = text.indexOf(sign, from);
        return found < 0 ? text.length() : found;
    }
}
