package dev.tautline.probe.wire;

/// Foreign bytes made fit for a terminal and a log: control characters could move the cursor or forge a line.
public final class Printable {
    private static final int LONGEST = 80;

    private Printable() {}

    public static String of(String text) {
        var shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '·' : c));
        return shown + (text.length() > LONGEST ? "…" : "");
    }

    /// The whole text in one line: ends of lines and tabs become spaces.
    public static String line(String text) {
        if (text.codePoints().noneMatch(Character::isISOControl)) {
            return text;
        }
        var shown = new StringBuilder();
        text.codePoints().forEach(c -> shown.appendCodePoint(inLine(c)));
        return shown.toString();
    }

    private static int inLine(int c) {
        if (!Character.isISOControl(c)) {
            return c;
        }
        return Character.isWhitespace(c) ? ' ' : '·';
    }
}
