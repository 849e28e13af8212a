package dev.tautline.link.reader.compose;

import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Origin;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The lines of the files that were read, for what their YAML tree does not tell: sources, and where in a text a
/// word stands.
final class Sources {
    private static final int MAX_LINES_OF_A_COMMAND = 200;

    private final Map<Path, List<String>> lines = new HashMap<>();

    void know(SourceText source) {
        lines.put(source.file(), source.text().lines().toList());
    }

    /// Tagged `!reset`: an overriding file takes the value away (Compose file reference, "Merge").
    boolean isReset(YamlTree tree) {
        return startsWith("!reset", tree);
    }

    /// Tagged `!override`: an overriding file replaces the value in place of adding to it.
    boolean isReplacing(YamlTree tree) {
        return startsWith("!override", tree);
    }

    /// A node begins where its tag does.
    private boolean startsWith(String tag, YamlTree tree) {
        var place = tree.origin();
        return line(place, place.line()).startsWith(tag, place.column() - 1);
    }

    /// Where `word` stands in the text that starts at `text`, at or after `from`; where the text starts when
    /// it is not written so.
    Origin.InFile find(String word, Origin.InFile from, Origin.InFile text) {
        var last = from.line() + MAX_LINES_OF_A_COMMAND;
        for (int number = from.line(); number <= last && number <= count(from); number++) {
            var start = number == from.line() ? from.column() - 1 : 0;
            var column = line(from, number).indexOf(word, start);
            if (column >= 0) {
                return new Origin.InFile(from.file(), number, column + 1, text.key());
            }
        }
        return text;
    }

    private int count(Origin.InFile place) {
        return lines.getOrDefault(place.file(), List.of()).size();
    }

    private String line(Origin.InFile place, int number) {
        return number > 0 && number <= count(place)
                ? lines.getOrDefault(place.file(), List.of()).get(number - 1)
                : "";
    }
}
