package dev.tautline.settings;

import dev.tautline.settings.UrlText.Piece;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The three parts of a URL after its scheme. `authority` is empty where no `//` stands; `query` is where the first
/// parameter begins, the end of the text if there is none.
record UrlParts(Optional<Piece> authority, Piece path, int query) {
    private static final Pattern NAME_WITH_AT = Pattern.compile("(?:^|&)[^=&@]*@");

    static UrlParts of(UrlText text, int from) {
        var hasAuthority = text.startsWith("//", from);
        var start = hasAuthority ? from + 2 : from;
        var authorityEnd = hasAuthority ? text.endBefore("/?", start) : start;
        var pathStart = hasAuthority && text.startsWith("/", authorityEnd) ? authorityEnd + 1 : authorityEnd;
        var question = text.indexOf('?', new Piece(pathStart, text.length()));
        var pathEnd = question < 0 ? text.length() : question;
        return new UrlParts(
                hasAuthority ? Optional.of(new Piece(start, authorityEnd)) : Optional.empty(),
                new Piece(pathStart, pathEnd),
                question < 0 ? text.length() : question + 1);
    }

    /// Whether a `/` or `?` in an unescaped password made path and query of what is still the password, or an @ stands
    /// where no driver takes one: then no part may be shown.
    boolean hidesCredentials(UrlText text, boolean hasBadPort) {
        var isPathAfterUser =
                authority.map(hosts -> text.indexOf('@', hosts) < 0).orElse(true);
        var rest = new Piece(query, text.length());
        return isPathAfterUser
                && (text.indexOf('@', path) >= 0
                        || (hasBadPort && text.indexOf('@', rest) >= 0)
                        || NAME_WITH_AT.matcher(text.outlineOf(rest)).find());
    }

    static JdbcUrl.Parsed refused(UrlText text) {
        var problem = new Problem(
                text.origin(), "the user's name or password before the @ holds a sign that must be written as %XX");
        return new JdbcUrl.Parsed(Optional.empty(), List.of(problem));
    }
}
