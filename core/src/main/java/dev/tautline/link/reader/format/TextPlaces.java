package dev.tautline.link.reader.format;

import dev.tautline.settings.Origin;
import java.util.Arrays;

/// Turns offsets in a text into places and back, for formats whose readers give only the one or the other.
public final class TextPlaces {
    private final SourceText source;
    private final int[] lineStarts;

    public TextPlaces(SourceText source) {
        this.source = source;
        var text = source.text();
        var starts =
                new int[1 + (int) text.chars().filter(letter -> letter == '\n').count()];
        for (int i = 0, line = 1; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                starts[line++] = i + 1;
            }
        }
        this.lineStarts = starts;
    }

    /// The offset of a line and column, both from 1; never outside the text.
    public int offset(int line, int column) {
        var start = lineStarts[Math.clamp(line - 1, 0, lineStarts.length - 1)];
        return Math.clamp(start + (long) column - 1, 0, source.text().length());
    }

    /// The place of an offset.
    public Origin.InFile at(int offset, String key) {
        var found = Arrays.binarySearch(lineStarts, offset);
        var line = found >= 0 ? found : -found - 2;
        return source.place(line + 1, offset - lineStarts[line] + 1, key);
    }
}
