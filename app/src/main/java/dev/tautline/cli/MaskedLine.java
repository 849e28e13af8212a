package dev.tautline.cli;

import dev.tautline.settings.Secret;
import java.util.regex.Pattern;

/// A line of a file as it may be shown, and where its letters went.
record MaskedLine(String written, String shown) {
    private static final Pattern MASK = Pattern.compile(Pattern.quote(Secret.MASK));

    /// The offset in `shown` of an offset in `written`. One within what was masked becomes the mask's start.
    int offset(int inWritten) {
        var kept = MASK.split(shown, -1);
        var writtenEnd = 0;
        var shownEnd = 0;
        for (int i = 0; i < kept.length; i++) {
            var isLast = i == kept.length - 1 && i > 0;
            var at = isLast ? written.length() - kept[i].length() : written.indexOf(kept[i], writtenEnd);
            if (at < 0 || inWritten < at) {
                break;
            }
            if (inWritten < at + kept[i].length()) {
                return shownEnd + inWritten - at;
            }
            writtenEnd = at + kept[i].length();
            shownEnd += kept[i].length() + Secret.MASK.length();
        }
        return Math.max(0, shownEnd - Secret.MASK.length());
    }

    /// Prints only what may be shown.
    @Override
    public String toString() {
        return shown;
    }
}
