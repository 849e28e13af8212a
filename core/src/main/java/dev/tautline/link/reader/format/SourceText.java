package dev.tautline.link.reader.format;

import dev.tautline.settings.Origin;
import dev.tautline.settings.Problem;
import java.nio.file.Path;

/// The text of one file. `firstLine` is where the text begins in the file: 1, or more for a text that is
/// embedded in another file, such as a `pgbouncer.ini` in a ConfigMap; `indent` is the number of columns by
/// which it is indented there.
public record SourceText(Path file, String text, int firstLine, int indent) {
    public static SourceText of(Path file, String text) {
        return new SourceText(file, text, 1, 0);
    }

    /// A place in the file, for a line and a column of this text, both from 1.
    public Origin.InFile place(int line, int column, String key) {
        return new Origin.InFile(file, line + firstLine - 1, column + indent, key);
    }

    /// Whether another file holds this text as one of its values.
    public boolean isEmbedded() {
        return firstLine > 1 || indent > 0;
    }

    public Problem problem(int line, int column, String message) {
        return new Problem(place(line, column, ""), message);
    }

    /// The file's name without its folders.
    public String name() {
        return String.valueOf(file.getFileName());
    }
}
