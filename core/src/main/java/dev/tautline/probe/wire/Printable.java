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
}
