package dev.tautline.watch.server;

import java.util.regex.Pattern;

/// Statements are shown without their literals: those may be names, addresses or passwords. A text that was cut may end
/// in the middle of one.
final class Masked {
    private static final Pattern LITERAL =
            Pattern.compile("\\$([A-Za-z_]*)\\$.*?(?:\\$\\1\\$|$)|'(?:[^']|'')*(?:'|$)", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w$.])\\d{5,}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Masked() {}

    static String text(String statement) {
        var quiet = LITERAL.matcher(statement).replaceAll("'…'");
        return BLANKS.matcher(NUMBER.matcher(quiet).replaceAll("…"))
                .replaceAll(" ")
                .strip();
    }
}
