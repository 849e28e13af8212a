package dev.tautline.link.reader.play;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigResolver;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import dev.tautline.link.reader.format.Environment;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Answers the substitutions `${name}` and `${?name}` of HOCON. The library would drop an optional one that has
/// no value, and leave `jdbc:postgresql://:5432/shop`; and it would follow them without any bound. So each gets a
/// tag with where it stands before it is parsed, nothing finds it by itself, and it is answered here: from
/// `scope`, then from the environment, or left open.
record References(Environment environment, Config scope, boolean leavesOpen) implements ConfigResolver {
    /// Names are bounded, so that a hostile text is searched in linear time.
    static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{\\??(?<name>[^}\\n]{1,200})}");
    private static final Pattern TAG = Pattern.compile("\\$\\{\\?taut-(?:whole|part|object)\\.");
    private static final Pattern BEFORE_WHOLE = Pattern.compile("[=:]\\s*$");
    private static final Pattern AFTER_WHOLE = Pattern.compile("^[ \\t]*(?:[,}\\n\\r#]|//|$)");
    private static final Pattern BEFORE_OBJECT = Pattern.compile("[}\\]][ \\t]*$");
    private static final Pattern AFTER_OBJECT = Pattern.compile("^[ \\t]*[{\\[]");
    /// As much of the text on either side as the patterns above have to see.
    private static final int AROUND = 80;

    private static final Pattern OPEN = Pattern.compile("\\$\\{([^}]{1,200})}");

    static String taggedIn(String text) {
        return SUBSTITUTION
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement("${?taut-" + kind(text, found) + "."
                        + found.group("name").strip() + "}"));
    }

    /// Takes the tags out of a value again, which a quoted string keeps.
    static String withoutTags(String value) {
        return TAG.matcher(value).replaceAll("\\${");
    }

    /// The names in a value that nothing resolved.
    static List<String> openIn(String value) {
        return OPEN.matcher(value).results().map(found -> found.group(1)).toList();
    }

    static long countIn(String text) {
        return SUBSTITUTION.matcher(text).results().count();
    }

    private static String kind(String text, MatchResult found) {
        var before = text.substring(Math.max(0, found.start() - AROUND), found.start());
        var after = text.substring(found.end(), Math.min(text.length(), found.end() + AROUND));
        if (BEFORE_OBJECT.matcher(before).find() || AFTER_OBJECT.matcher(after).find()) {
            return "object";
        }
        return BEFORE_WHOLE.matcher(before).find() && AFTER_WHOLE.matcher(after).find() ? "whole" : "part";
    }

    @Override
    public @Nullable ConfigValue lookup(String path) {
        var dot = path.indexOf('.');
        if (dot < 0) {
            return null;
        }
        var kind = path.substring(0, dot);
        var name = path.substring(dot + 1);
        var isOpen = kind.endsWith("part") || (leavesOpen && kind.endsWith("whole"));
        return inScope(name)
                .or(() -> environment.find(name).map(value -> text(value.text(), name)))
                .or(() -> isOpen ? Optional.of(text("${" + name + "}", name)) : Optional.empty())
                .orElse(null);
    }

    private Optional<ConfigValue> inScope(String name) {
        try {
            return scope.hasPath(name) ? Optional.of(scope.getValue(name)) : Optional.empty();
        } catch (ConfigException noPath) {
            return Optional.empty();
        }
    }

    private static ConfigValue text(String value, String name) {
        return ConfigValueFactory.fromAnyRef(value, Places.ofVariable(name));
    }

    @Override
    public ConfigResolver withFallback(ConfigResolver fallback) {
        return this;
    }
}
