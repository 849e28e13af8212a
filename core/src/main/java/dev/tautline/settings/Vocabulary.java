package dev.tautline.settings;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The settings that one product knows.
public final class Vocabulary {
    private final List<SettingKey<?>> keys = new ArrayList<>();
    private final Map<String, SettingKey<?>> byName = new LinkedHashMap<>();
    private final Map<String, SettingKey<?>> bySquashedName = new LinkedHashMap<>();
    private final Map<String, SettingKey<?>> byLowerCaseName = new LinkedHashMap<>();

    private Vocabulary(Collection<SettingKey<?>> declared) {
        declared.forEach(key -> {
            keys.add(key);
            put(key.name(), key);
            key.aliases().forEach(alias -> put(alias, key));
        });
    }

    private void put(String name, SettingKey<?> key) {
        byName.put(name, key);
        bySquashedName.put(squash(name), key);
        byLowerCaseName.put(name.toLowerCase(Locale.ROOT), key);
    }

    /// The keys declared as public constants of one class: the declaration is the only list there is.
    static Vocabulary declaredIn(Class<?> constants) {
        return new Vocabulary(Arrays.stream(constants.getDeclaredFields())
                .filter(field -> field.getType() == SettingKey.class && Modifier.isPublic(field.getModifiers()))
                .<SettingKey<?>>map(field -> {
                    try {
                        return (SettingKey<?>) field.get(null);
                    } catch (IllegalAccessException impossible) {
                        throw new AssertionError(impossible);
                    }
                })
                .toList());
    }

    public Collection<SettingKey<?>> keys() {
        return Collections.unmodifiableCollection(keys);
    }

    /// The key with exactly this name, or with exactly this other name.
    public Optional<SettingKey<?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The key with this name whatever its letters' case, as Connector/J, MariaDB's driver and PostgreSQL look names
    /// up.
    public Optional<SettingKey<?>> findIgnoringCase(String name) {
        return Optional.ofNullable(byLowerCaseName.get(name.toLowerCase(Locale.ROOT)));
    }

    /// The key that Spring's relaxed binding takes this name for: dashes, underscores, dots and case do not count.
    public Optional<SettingKey<?>> findRelaxed(String name) {
        return Optional.ofNullable(bySquashedName.get(squash(name)));
    }

    /// The known name that `name` was probably meant to be.
    public Optional<String> nearest(String name) {
        return Nearest.to(name, byName.keySet());
    }

    /// A name with only its letters and digits, in lower case.
    public static String squash(String name) {
        var squashed = new StringBuilder(name.length());
        name.toLowerCase(Locale.ROOT).chars().filter(Character::isLetterOrDigit).forEach(squashed::appendCodePoint);
        return squashed.toString();
    }
}
