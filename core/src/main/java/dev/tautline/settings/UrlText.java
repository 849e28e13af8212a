package dev.tautline.settings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/// A URL's text while it is taken apart: finds signs outside placeholders, knows the place of each letter, and collects
/// what is wrong. Not thread-safe.
final class UrlText {
    /// A piece of the text, from a letter to before another.
    record Piece(int from, int to) {
        boolean isEmpty() {
            return from >= to;
        }
    }

    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private final String text;
    private final String outline;
    private final Origin origin;
    private final IntUnaryOperator column;
    private final List<Problem> problems = new ArrayList<>();

    /// `column` tells, for each letter of `text`, how many columns right of the origin it is written.
    UrlText(String text, Origin origin, IntUnaryOperator column) {
        this.text = text;
        this.outline = UrlHoles.outline(text);
        this.origin = origin;
        this.column = column;
    }

    Origin origin() {
        return origin;
    }

    List<Problem> problems() {
        return problems;
    }

    int length() {
        return text.length();
    }

    boolean startsWith(String prefix, int at) {
        return outline.startsWith(prefix, at);
    }

    /// The text of a piece, placeholders as they are written.
    String of(Piece piece) {
        return text.substring(piece.from(), piece.to());
    }

    /// The same, with one sign that no URL holds for every letter of a placeholder.
    String outlineOf(Piece piece) {
        return outline.substring(piece.from(), piece.to());
    }

    boolean hasHole(Piece piece) {
        return outlineOf(piece).indexOf(UrlHoles.HOLE) >= 0;
    }

    /// Where `sign` stands first in the piece, outside placeholders, or -1.
    int indexOf(char sign, Piece piece) {
        var at = outline.indexOf(sign, piece.from());
        return at < piece.to() ? at : -1;
    }

    int lastIndexOf(char sign, Piece piece) {
        var at = outline.lastIndexOf(sign, piece.to() - 1);
        return at >= piece.from() ? at : -1;
    }

    /// The first place from `from` on, outside placeholders and brackets, where one of the signs stands; the end of the
    /// text if none does.
    int endBefore(String signs, int from) {
        return endBefore(signs, new Piece(from, text.length()));
    }

    private int endBefore(String signs, Piece piece) {
        var depth = 0;
        for (int i = piece.from(); i < piece.to(); i++) {
            var sign = outline.charAt(i);
            if (depth == 0 && signs.indexOf(sign) >= 0) {
                return i;
            }
            depth = switch (sign) {
                case '(', '[' -> depth + 1;
                case ')', ']' -> Math.max(0, depth - 1);
                default -> depth;
            };
        }
        return piece.to();
    }

    /// The pieces between separators that stand outside placeholders and brackets; one more than there are separators.
    List<Piece> split(Piece piece, char separator) {
        var pieces = new ArrayList<Piece>();
        var from = piece.from();
        while (from <= piece.to()) {
            var to = endBefore(String.valueOf(separator), new Piece(from, piece.to()));
            pieces.add(new Piece(from, to));
            from = to + 1;
        }
        return pieces;
    }

    /// As `URLDecoder`, and so pgjdbc and Connector/J, do: a plus is a blank.
    String decoded(Piece piece) {
        var written = of(piece);
        if (BAD_ESCAPE.matcher(written).find()) {
            problem(piece.from(), "a % must be followed by two hexadecimal digits; write a literal one as %25");
            return written;
        }
        return URLDecoder.decode(written, StandardCharsets.UTF_8);
    }

    void problem(int at, String message) {
        problems.add(new Problem(place(at), message));
    }

    Origin place(int offset) {
        return origin instanceof Origin.InFile inFile ? inFile.plusColumns(column.applyAsInt(offset)) : origin;
    }
}
