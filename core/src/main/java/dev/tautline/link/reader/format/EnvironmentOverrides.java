package dev.tautline.link.reader.format;

import dev.tautline.settings.Origin;
import dev.tautline.settings.Vocabulary;
import dev.tautline.settings.Written;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Environment variables that override keys outright, such as `SPRING_DATASOURCE_URL`. A variable's name
/// cannot be turned back into one key, so it is compared with the keys that are written and with those we
/// know.
public final class EnvironmentOverrides {
    /// The index of a list at the end of a variable's name: `SPRING_PROFILES_INCLUDE_0`.
    private static final Pattern INDEX = Pattern.compile("(?<name>.+)_(?<index>\\d{1,3})_?");

    private final Map<String, String> keys = new LinkedHashMap<>();
    private final Map<String, Property> properties;

    private EnvironmentOverrides(Map<String, Property> properties, Collection<String> known) {
        this.properties = properties;
        known.forEach(this::put);
        properties.values().forEach(property -> put(property.key()));
    }

    /// The properties, with those replaced or added that a variable sets.
    public static Map<String, Property> apply(
            Map<String, Property> properties, Environment environment, Supplier<? extends Collection<String>> known) {
        if (environment.variables().isEmpty()) {
            return properties;
        }
        var overrides = new EnvironmentOverrides(properties, known.get());
        var result = new LinkedHashMap<>(properties);
        environment.variables().forEach((variable, value) -> {
            if (variable.chars().noneMatch(Character::isLowerCase)) {
                overrides
                        .keyOf(variable)
                        .ifPresent(
                                key -> result.put(Property.canonical(key), overrides.property(key, variable, value)));
            }
        });
        return result;
    }

    private Optional<String> keyOf(String variable) {
        var indexed = INDEX.matcher(variable);
        return Optional.ofNullable(keys.get(Vocabulary.squash(variable)))
                .or(() -> indexed.matches()
                        ? Optional.ofNullable(keys.get(Vocabulary.squash(indexed.group("name"))))
                                .map(key -> key + "[" + indexed.group("index") + "]")
                        : Optional.empty());
    }

    private Property property(String key, String variable, Written value) {
        var through = Optional.ofNullable(properties.get(Property.canonical(key)))
                .flatMap(property -> property.origin().place());
        var origin = value.origin().place().isPresent() ? value.origin() : new Origin.Environment(variable, through);
        return new Property(key, value.text(), origin);
    }

    private void put(String key) {
        keys.put(Vocabulary.squash(key), key);
    }
}
