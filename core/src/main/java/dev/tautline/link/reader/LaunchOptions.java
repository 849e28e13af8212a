package dev.tautline.link.reader;

import dev.tautline.link.Container;
import dev.tautline.link.Workload;
import dev.tautline.settings.JvmKeys;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Written;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The properties that a workload's command line sets: `-Dname=value` among the options of the JVM, and
/// `--name=value` behind the program. They win over variables and files, and what stands behind the program over all
/// (Spring Boot reference, "Externalized Configuration").
final class LaunchOptions {
    /// The first two are the JVM's own, the others what start scripts pass on.
    private static final List<String> VARIABLES =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JAVA_OPTS", "JAVA_OPTIONS", "CATALINA_OPTS", "JVM_OPTS");

    private static final Pattern PROPERTY = Pattern.compile(
            "(?:^|\\s)(?<kind>-D|--)(?<name>[A-Za-z][\\w-]*(?:\\.[\\w\\[\\]-]+)+)=(?<value>\"[^\"]*\"|'[^']*'|\\S+)");

    private final Map<String, Written> properties = new LinkedHashMap<>();

    /// The names of those behind the program.
    private final Set<String> arguments = new HashSet<>();

    private LaunchOptions() {}

    static LaunchOptions of(Workload workload) {
        var options = new LaunchOptions();
        workload.containers().forEach(options::read);
        return options;
    }

    static LaunchOptions of(Container container) {
        var options = new LaunchOptions();
        options.read(container);
        return options;
    }

    private void read(Container container) {
        VARIABLES.forEach(name -> container.environment().stream()
                .filter(variable -> variable.name().equals(name))
                .forEach(variable -> read(variable.value())));
        container.command().forEach(this::read);
    }

    private void read(Written text) {
        PROPERTY.matcher(text.text()).results().forEach(found -> {
            var value = found.group("value");
            var quote = value.startsWith("\"") || value.startsWith("'") ? 1 : 0;
            var inside = value.substring(quote, value.length() - quote);
            var open = text.unresolved().stream().filter(inside::contains).toList();
            var origin = text.origin() instanceof Origin.InFile place
                    ? place.plusColumns(found.start("value") + quote)
                    : text.origin();
            var isArgument = found.group("kind").equals("--");
            if (!isArgument && arguments.contains(found.group("name"))) {
                return;
            }
            if (isArgument) {
                arguments.add(found.group("name"));
            }
            properties.put(found.group("name"), new Written(found.group("name"), inside, origin, open));
        });
    }

    /// The properties under the names that variables would have (Spring Boot reference, "Binding From
    /// Environment Variables"): every framework here takes both.
    Map<String, Written> asVariables() {
        var variables = new LinkedHashMap<String, Written>();
        properties.forEach((name, value) -> variables.put(asVariable(name), value));
        return variables;
    }

    /// Those of them that stand behind the program.
    Set<String> arguments() {
        return arguments.stream().map(LaunchOptions::asVariable).collect(Collectors.toUnmodifiableSet());
    }

    private static String asVariable(String name) {
        return name.replace("-", "").replaceAll("[.\\[\\]]+", "_").toUpperCase(Locale.ROOT);
    }

    /// The settings of the JVM itself, beside `others`.
    Settings with(Settings others) {
        var settings = Settings.builder(others.versions()).putAll(others);
        properties.forEach((name, value) -> JvmKeys.VOCABULARY.find(name).ifPresent(key -> settings.put(key, value)));
        return settings.build();
    }
}
