package dev.tautline.targets;

import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A text where a URL was asked for, before anybody reads it as one.
record TypedUrl(String text) {
    private static final String ALLOWED = "allowed: jdbc:postgresql://HOST[:PORT]/DATABASE,"
            + " postgresql://HOST[:PORT]/DATABASE or \"host=HOST port=PORT dbname=DATABASE\"";

    private static final Pattern SCHEME = Pattern.compile("([\\w+.-]+):(?:.*:)?//?.*", Pattern.DOTALL);
    private static final Pattern ENDPOINT = Pattern.compile("[\\w.-]+(?::\\d{1,5})?(?:/\\w+)?");

    /// What keeps it from being one; empty when it may be one.
    Optional<String> flaw() {
        if (!text.equals(text.strip())) {
            return told("begins or ends with a blank or a line end, which drivers take for a part of it");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            return told("holds a line end or another control character");
        }
        if (text.length() > 1 && "\"'`".indexOf(text.charAt(0)) >= 0 && text.endsWith(text.substring(0, 1))) {
            return told("stands in quotation marks, which do not belong to it");
        }
        return JdbcUrl.isJdbc(text) || JdbcUrl.isLibpq(text)
                ? Optional.empty()
                : told("is no URL of PostgreSQL; " + ALLOWED + nearest());
    }

    private Optional<String> told(String what) {
        return Optional.of("'" + JdbcUrl.mask(text).replaceAll("\\p{Cntrl}", "\uFFFD") + "' " + what);
    }

    private String nearest() {
        if (ENDPOINT.matcher(text).matches()) {
            return "; nearest: 'postgresql://" + text + "'";
        }
        var scheme = SCHEME.matcher(text);
        return scheme.matches()
                ? Nearest.to(scheme.group(1), List.of("postgresql", "postgres"))
                        .map(near -> "; nearest: '" + near + "://'")
                        .orElse("")
                : "";
    }
}
