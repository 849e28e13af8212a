package dev.tautline.link.reader.spring;

import dev.tautline.link.reader.format.Environment;
import dev.tautline.link.reader.format.Property;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Origin;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.SpringKeys;
import dev.tautline.settings.Vocabulary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Environment variables that override keys outright, such as `SPRING_DATASOURCE_URL`. A variable's name
/// cannot be turned back into one key, so it is compared with the keys that are written and with those we
/// know.
final class EnvironmentOverrides {
    private static final String DATA_SOURCE = "spring.datasource.";

    private EnvironmentOverrides() {}

    static Map<String, Property> apply(Map<String, Property> properties, Environment environment) {
        var result = new LinkedHashMap<>(properties);
        var keys = keysBySquashedName(properties);
        environment.variables().forEach((variable, value) -> {
            var key = keys.get(Vocabulary.squash(variable));
            if (key != null && variable.chars().noneMatch(Character::isLowerCase)) {
                var through = Optional.ofNullable(properties.get(Property.canonical(key)))
                        .flatMap(property -> property.origin().place());
                var origin =
                        value.origin().place().isPresent() ? value.origin() : new Origin.Environment(variable, through);
                result.put(Property.canonical(key), new Property(key, value.text(), origin));
            }
        });
        return result;
    }

    private static Map<String, String> keysBySquashedName(Map<String, Property> properties) {
        var keys = new LinkedHashMap<String, String>();
        for (var name : new String[] {"url", "username", "password"}) {
            put(keys, DATA_SOURCE + name);
        }
        HikariKeys.VOCABULARY.keys().forEach(key -> put(keys, DATA_SOURCE + "hikari." + key.name()));
        SpringKeys.VOCABULARY.keys().stream().map(SettingKey::name).forEach(name -> put(keys, name));
        properties.values().forEach(property -> put(keys, property.key()));
        return keys;
    }

    private static void put(Map<String, String> keys, String key) {
        keys.put(Vocabulary.squash(key), key);
    }
}
