package dev.tautline.link.reader.compose;

import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A command as the list of its words: written as a list, or as one text that is split as a shell would.
final class Words {
    private static final Pattern WORD = Pattern.compile("(?:\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+'|[^\\s\"'])++");
    private static final int MAX_WORDS = 1000;

    private final Interpolation values;
    private final Sources sources;

    Words(Interpolation values, Sources sources) {
        this.values = values;
        this.sources = sources;
    }

    List<Written> at(YamlTree tree, String key) {
        return tree.at(key)
                .map(found -> found instanceof YamlTree.Scalar scalar && !scalar.isNull()
                        ? split(values.resolve(scalar.written()), scalar.origin())
                        : values.texts(found))
                .orElse(List.of());
    }

    private List<Written> split(Written text, Origin.InFile start) {
        var words = new ArrayList<Written>();
        var from = start;
        for (var word : inShell(text.text())) {
            var at = sources.find(word, from, start);
            words.add(new Written(text.key(), unquoted(word), at, text.unresolved()));
            from = at.equals(start) ? from : at.plusColumns(word.length());
        }
        return words;
    }

    static List<String> inShell(String text) {
        return WORD.matcher(text)
                .results()
                .limit(MAX_WORDS)
                .map(word -> word.group())
                .filter(word -> !word.equals("\\"))
                .toList();
    }

    static String unquoted(String word) {
        return word.replace("\"", "").replace("'", "");
    }
}
