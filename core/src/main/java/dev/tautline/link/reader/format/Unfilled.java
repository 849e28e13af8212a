package dev.tautline.link.reader.format;

import dev.tautline.settings.Origin;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Values of files that a template engine or a start script fills in before a server reads them: `${NAME}`,
/// `{{ name }}`, `<%= name %>`; also the lines `{% if … %}` between them. Nothing here knows with what.
public final class Unfilled {
    private static final Pattern MARK =
            Pattern.compile("\\$\\{([^{}$]*)}|\\{\\{([^{}]*)}}|\\{%([^{}%]*)%}|<%([^<%]*)%>");

    private Unfilled() {}

    /// A value as it is written, unresolved where it holds such a mark; each mark becomes `${name}`.
    public static Written written(String key, String text, Origin origin) {
        if (text.indexOf('{') < 0 && text.indexOf('<') < 0) {
            return Written.of(key, text, origin);
        }
        var names = new ArrayList<String>();
        var shown = MARK.matcher(text).replaceAll(mark -> {
            names.add(name(mark));
            return Matcher.quoteReplacement("${" + names.getLast() + "}");
        });
        return new Written(key, shown, origin, List.copyOf(names));
    }

    private static String name(MatchResult mark) {
        var name = IntStream.rangeClosed(1, mark.groupCount())
                .mapToObj(mark::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        return name.replaceAll("[:=-]", " ").strip();
    }
}
