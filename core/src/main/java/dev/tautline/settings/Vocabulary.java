package dev.tautline.settings;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The settings that one product knows.
public final class Vocabulary {
    private final Map<String, SettingKey<?>> byName = new LinkedHashMap<>();
    private final Map<String, SettingKey<?>> bySquashedName = new LinkedHashMap<>();

    private Vocabulary(Collection<SettingKey<?>> keys) {
        keys.forEach(key -> {
            byName.put(key.name(), key);
            bySquashedName.put(squash(key.name()), key);
        });
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
        return Collections.unmodifiableCollection(byName.values());
    }

    /// The key with exactly this name.
    public Optional<SettingKey<?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
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
