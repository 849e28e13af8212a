package dev.tautline.settings;

import dev.tautline.settings.UrlText.Piece;
import java.util.List;
import java.util.function.Function;

/// Reads `user:password` before the @ of a URL, as the parameters that they stand for.
record UrlUser(UrlText text) {
    void read(Piece written, Function<Piece, String> decoder, List<UrlParameter> into) {
        var colon = text.indexOf(':', written);
        var user = new Piece(written.from(), colon < 0 ? written.to() : colon);
        if (!user.isEmpty()) {
            into.add(new UrlParameter("user", decoder.apply(user), text.place(user.from())));
        }
        if (colon >= 0) {
            var password = new Piece(colon + 1, written.to());
            into.add(new UrlParameter("password", decoder.apply(password), text.place(password.from())));
        }
    }
}
