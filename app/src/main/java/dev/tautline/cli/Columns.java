package dev.tautline.cli;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/// How many columns text takes on a terminal, and text that cannot move the cursor there.
final class Columns {
    private static final Set<UnicodeScript> WIDE = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);
    /// Fullwidth forms of Latin letters and signs (Unicode block U+FF00..U+FFEF).
    private static final int FULLWIDTH_FIRST = 0xFF01;

    private static final int FULLWIDTH_LAST = 0xFF60;

    /// The soft hyphen: all before it take one column, and nearly all text is made of them.
    private static final int FIRST_OF_ANOTHER_WIDTH = 0xAD;

    private Columns() {}

    static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    /// 0 for marks that join the letter before, 2 for wide letters (Unicode Annex 11), otherwise 1.
    static int of(int codePoint) {
        if (codePoint < FIRST_OF_ANOTHER_WIDTH) {
            return 1;
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    private static boolean isWide(int codePoint) {
        return (codePoint >= FULLWIDTH_FIRST && codePoint <= FULLWIDTH_LAST)
                || Character.isEmojiPresentation(codePoint)
                || WIDE.contains(UnicodeScript.of(codePoint));
    }

    /// As much of the start of the text as fits.
    static String first(String text, int columns) {
        var end = 0;
        for (int used = 0; end < text.length(); end += Character.charCount(text.codePointAt(end))) {
            used += of(text.codePointAt(end));
            if (used > columns) {
                break;
            }
        }
        return text.substring(0, end);
    }

    /// The text without control characters: a file must not be able to clear a screen or to colour it.
    static String printable(String text) {
        return text.codePoints().anyMatch(Character::isISOControl)
                ? text.codePoints()
                        .map(letter -> Character.isISOControl(letter) ? '\uFFFD' : letter)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }
}
