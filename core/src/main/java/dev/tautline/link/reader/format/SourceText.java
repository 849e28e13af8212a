package dev.tautline.link.reader.format;

import dev.tautline.settings.Origin;
import dev.tautline.settings.Problem;
import java.nio.file.Path;

/// A text with its places. `file` is what it is read as; `holder` is the file that it really stands in, the
/// same unless the text is embedded in another one, such as a `pgbouncer.ini` in a ConfigMap. `firstLine` is
/// where it begins in the holder, from 1; `indent` is the number of columns by which it is indented there.
public record SourceText(Path file, Path holder, String text, int firstLine, int indent) {
    public static SourceText of(Path file, String text) {
        return new SourceText(file, file, text, 1, 0);
    }

    /// A value of this text that is a text of its own, read as the file `as`.
    public SourceText embedded(YamlTree.Scalar value, Path as) {
        var start = value.origin();
        var block = EmbeddedBlock.at(this, start.line() - firstLine + 1, start.column() - indent);
        return block.map(found -> new SourceText(
                        as, holder, value.text(), start.line() + found.linesAbove(), indent + found.indent()))
                .orElseGet(() -> new SourceText(as, holder, value.text(), start.line(), start.column() - 1));
    }

    /// A place in the file that holds the text, for a line and a column of this text, both from 1.
    public Origin.InFile place(int line, int column, String key) {
        return new Origin.InFile(holder, line + firstLine - 1, column + indent, key);
    }

    /// Whether another file holds this text as one of its values.
    public boolean isEmbedded() {
        return !file.equals(holder);
    }

    public Problem problem(int line, int column, String message) {
        return new Problem(place(line, column, ""), message);
    }

    /// The file's name without its folders.
    public String name() {
        return String.valueOf(file.getFileName());
    }

    /// Whether a place lies within this text.
    public boolean holds(Origin.InFile place) {
        return place.file().equals(holder)
                && place.line() >= firstLine
                && place.line() < firstLine + Math.max(1, text.lines().count());
    }
}
