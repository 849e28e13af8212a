package dev.tautline.settings;

import dev.tautline.settings.UrlText.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads `name=value&name=value` of a URL.
final class UrlParameters {
    private static final Pattern SECOND_QUESTION = Pattern.compile("\\?[A-Za-z_][\\w.-]*=");

    private final UrlText text;
    private final Function<Piece, String> decoder;

    /// `decoder` reads a value as the driver does.
    UrlParameters(UrlText text, Function<Piece, String> decoder) {
        this.text = text;
        this.decoder = decoder;
    }

    List<UrlParameter> read(int from) {
        var parameters = new ArrayList<UrlParameter>();
        var start = from;
        while (start < text.length()) {
            var ampersand = text.indexOf('&', new Piece(start, text.length()));
            var end = ampersand < 0 ? text.length() : ampersand;
            if (end > start) {
                parameters.add(parameter(new Piece(start, end)));
            }
            start = end + 1;
        }
        return parameters;
    }

    private UrlParameter parameter(Piece piece) {
        var second = SECOND_QUESTION.matcher(text.outlineOf(piece));
        if (second.find()) {
            text.problem(
                    piece.from() + second.start(),
                    "a second ? is part of the value before it; parameters are joined by &");
        }
        var equals = text.indexOf('=', piece);
        var name = new Piece(piece.from(), equals < 0 ? piece.to() : equals);
        var value = equals < 0 ? "" : decoder.apply(new Piece(equals + 1, piece.to()));
        return new UrlParameter(text.of(name), value, text.place(piece.from()));
    }
}
