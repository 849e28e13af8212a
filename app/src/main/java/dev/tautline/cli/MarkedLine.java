package dev.tautline.cli;

/// A line to be shown with a part of it marked: `start` and `length` count letters of `text`. Printable, no tabs.
record MarkedLine(String text, int start, int length) {
    private static final String TAB = "    ";
    private static final String CUT = "…";
    /// The share of the columns that stays for what stands before the mark in a line that is cut.
    private static final int BEFORE_MARK = 3;

    /// Marks the value that begins at `column` (from 1) of the written line; `expected` is how a rule read it.
    static MarkedLine of(MaskedLine line, int column, String name, String expected) {
        var start = Math.clamp(line.offset(column - 1), 0, line.shown().length());
        var length = MarkLength.of(line.shown(), start, name, expected);
        var before = printable(line.shown().substring(0, start));
        var marked = printable(line.shown().substring(start, start + length));
        var after = printable(line.shown().substring(start + length));
        return new MarkedLine((before + marked + after).stripTrailing(), before.length(), marked.length());
    }

    private static String printable(String text) {
        return Columns.printable(text.replace("\t", TAB));
    }

    /// The line in at most `columns`, cut where the mark is not.
    MarkedLine within(int columns) {
        if (Columns.of(text) <= columns) {
            return this;
        }
        var isMarkVisible = Columns.of(text.substring(0, markEnd())) < columns;
        return (isMarkVisible ? this : cutBefore(columns / BEFORE_MARK)).cutAfter(columns);
    }

    private MarkedLine cutBefore(int columnsLeft) {
        var from = start;
        while (from > 0 && Columns.of(text.substring(from, start)) < columnsLeft) {
            from = text.offsetByCodePoints(from, -1);
        }
        return from <= 1 ? this : new MarkedLine(CUT + text.substring(from), start - from + 1, length);
    }

    private MarkedLine cutAfter(int columns) {
        if (Columns.of(text) <= columns) {
            return this;
        }
        var kept = Columns.first(text, columns - 1);
        return new MarkedLine(kept + CUT, start, Math.clamp(kept.length() - (long) start, 1, Math.max(1, length)));
    }

    private int markEnd() {
        return Math.min(text.length(), start + length);
    }

    /// What stands below the line: spaces up to the mark, then `sign` as often as the mark is wide.
    String mark(char sign) {
        var under = text.substring(Math.min(start, text.length()), markEnd());
        return " ".repeat(Columns.of(text.substring(0, Math.min(start, text.length()))))
                + String.valueOf(sign).repeat(Math.max(1, Columns.of(under)));
    }
}
