package dev.tautline.link.reader.play;

import com.typesafe.config.ConfigOrigin;
import dev.tautline.link.reader.format.Environment;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Written;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a value was written. The library keeps lines only, and a description that it joins when values are
/// joined; the column is found by looking for the value on its line.
final class Places {
    private static final String TEXT = "taut-text-";
    private static final String VARIABLE = "taut-variable-";
    private static final Pattern OF_TEXT = Pattern.compile(TEXT + "(\\d{1,4})");
    private static final Pattern OF_VARIABLE = Pattern.compile(VARIABLE + "([^\\s,]+)");

    private final List<SourceText> texts;
    private final List<List<String>> lines;
    private final Environment environment;
    private final Map<String, Origin.InFile> askedFor = new HashMap<>();

    Places(List<SourceText> texts, Environment environment) {
        this.texts = texts;
        this.lines = texts.stream().map(text -> text.text().lines().toList()).toList();
        this.environment = environment;
        for (int text = 0; text < texts.size(); text++) {
            findSubstitutions(texts.get(text), lines.get(text));
        }
    }

    static String ofText(int number) {
        return TEXT + number;
    }

    static String ofVariable(String name) {
        return VARIABLE + name;
    }

    private void findSubstitutions(SourceText text, List<String> written) {
        for (int line = 0; line < written.size(); line++) {
            var number = line + 1;
            References.SUBSTITUTION
                    .matcher(written.get(line))
                    .results()
                    .forEach(found -> askedFor.putIfAbsent(
                            found.group("name").strip(), text.place(number, found.start() + 1, "")));
        }
    }

    Origin of(ConfigOrigin origin, String key, String value) {
        var written = Optional.of(OF_TEXT.matcher(origin.description()))
                .filter(Matcher::find)
                .map(found -> inLine(Integer.parseInt(found.group(1)), Math.max(1, origin.lineNumber()), key, value));
        return OF_VARIABLE
                .matcher(origin.description())
                .results()
                .findFirst()
                .map(found -> ofVariable(found.group(1), key, written))
                .or(() -> written.map(place -> place))
                .orElseGet(() -> texts.getFirst().place(1, 1, key));
    }

    /// Where the variable is set, if a file sets it and the value is nothing else; or else where it is asked for.
    private Origin ofVariable(String name, String key, Optional<Origin.InFile> joined) {
        var set = environment
                .find(name)
                .map(Written::origin)
                .filter(origin -> joined.isEmpty() && origin.place().isPresent());
        var asked = joined.or(() -> Optional.ofNullable(askedFor.get(name))
                .map(place -> new Origin.InFile(place.file(), place.line(), place.column(), key)));
        return set.orElseGet(() -> environment.find(name).isPresent() || asked.isEmpty()
                ? new Origin.Environment(name, asked)
                : asked.get());
    }

    private Origin.InFile inLine(int text, int number, String key, String value) {
        var written = lines.get(text);
        var line = number <= written.size() ? written.get(number - 1) : "";
        var afterKey = Math.min(line.length(), Math.max(0, line.indexOf(key)) + key.length());
        var at = value.isEmpty() ? -1 : line.indexOf(value, afterKey);
        return texts.get(text).place(number, Math.max(0, at) + 1, key);
    }
}
