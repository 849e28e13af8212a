package dev.tautline.check.fix;

import dev.tautline.check.fix.Located.Splice;
import java.util.regex.Pattern;

/// Puts a new line beside an entry, indented and separated as its neighbours are.
record Insertion(String text, Lines lines, FileKind kind) {
    private static final int USUAL_STEP = 2;

    /// `name` is the new key without what the lines above the entry have already said.
    Splice after(Entry entry, String name, String value) {
        var indent = text.substring(lines.start(entry.line()), entry.start());
        var dot = name.indexOf('.');
        if (kind != FileKind.YAML || dot < 0 || entry.key().contains(".")) {
            return line(entry.line(), indent + name + entry.separator() + value, true);
        }
        var mapping = mapping(entry.line(), indent.length(), name.substring(0, dot));
        if (mapping >= 0) {
            var child = firstChild(mapping);
            var deeper = lines.of(child).substring(0, Lines.indent(lines.of(child)));
            return line(lastLine(child), deeper + name.substring(dot + 1) + ": " + value, true);
        }
        var step = " ".repeat(step(entry.line(), indent.length()));
        var head = indent + name.substring(0, dot) + ":";
        return line(
                entry.line(), head + lines.ending() + indent + step + name.substring(dot + 1) + ": " + value, false);
    }

    /// A new line below another one. Two new mappings of one name cannot stand side by side, so those are made alone.
    private Splice line(int line, String content, boolean mayRepeat) {
        var isLastWithoutEnd = lines.next(line) == lines.end(line);
        var at = lines.next(line);
        var added = isLastWithoutEnd ? lines.ending() + content : content + lines.ending();
        return new Splice(at, at, added, mayRepeat ? added : "");
    }

    /// The line of the block mapping `name` beside the entry; -1 when there is none.
    private int mapping(int beside, int indent, String name) {
        for (int step : new int[] {-1, 1}) {
            for (int i = beside + step; i >= 0 && i < lines.count(); i += step) {
                if (lines.isBlankOrComment(i)) {
                    continue;
                }
                var line = lines.of(i);
                if (Lines.indent(line) < indent || line.startsWith("---")) {
                    break;
                }
                if (Lines.indent(line) == indent
                        && line.strip().matches(Pattern.quote(name) + ":(\\s+#.*)?")
                        && hasChild(i)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private boolean hasChild(int mapping) {
        var child = firstChild(mapping);
        return child > mapping
                && Lines.indent(lines.of(child)) > Lines.indent(lines.of(mapping))
                && !lines.of(child).strip().startsWith("-");
    }

    private int firstChild(int mapping) {
        for (int i = mapping + 1; i < lines.count(); i++) {
            if (!lines.isBlankOrComment(i)) {
                return i;
            }
        }
        return -1;
    }

    /// The last line of the mapping whose first entry this is: below it a new entry parts no comment from what it
    /// speaks of.
    private int lastLine(int first) {
        var indent = Lines.indent(lines.of(first));
        var last = first;
        for (int i = first; i < lines.count(); i++) {
            if (lines.isBlankOrComment(i)) {
                continue;
            }
            if (Lines.indent(lines.of(i)) < indent) {
                break;
            }
            last = i;
        }
        return last;
    }

    private int step(int line, int indent) {
        for (int i = line - 1; i >= 0; i--) {
            if (!lines.isBlankOrComment(i) && Lines.indent(lines.of(i)) < indent) {
                return indent - Lines.indent(lines.of(i));
            }
        }
        return USUAL_STEP;
    }
}
