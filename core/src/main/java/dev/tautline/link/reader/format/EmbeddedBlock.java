package dev.tautline.link.reader.format;

import java.util.Optional;
import java.util.regex.Pattern;

/// Where the text of a YAML block (`key: |`) begins: the YAML parser tells only where its `|` stands. YAML
/// 1.2.2, 8.1 "Block Scalar Styles".
record EmbeddedBlock(int linesAbove, int indent) {
    private static final Pattern HEADER = Pattern.compile("[|>][-+1-9]{0,2}\\s*(?:#.*)?");

    /// The block whose header stands at a line and column of a text, both from 1; empty when no header does.
    static Optional<EmbeddedBlock> at(SourceText source, int line, int column) {
        var lines = source.text().lines().skip(line - 1L).limit(1).toList();
        if (lines.isEmpty() || column < 1 || lines.getFirst().length() < column) {
            return Optional.empty();
        }
        return HEADER.matcher(lines.getFirst().substring(column - 1)).matches()
                ? Optional.of(new EmbeddedBlock(1, indentBelow(source.text(), line)))
                : Optional.empty();
    }

    /// An explicit indentation is rare; the first line that is not empty shows it in any case but one that
    /// begins with blanks of its own.
    private static int indentBelow(String text, int line) {
        return text.lines()
                .skip(line)
                .filter(below -> !below.isBlank())
                .findFirst()
                .map(below -> below.length() - below.stripLeading().length())
                .orElse(0);
    }
}
