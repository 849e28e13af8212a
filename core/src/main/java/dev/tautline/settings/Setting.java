package dev.tautline.settings;

import java.util.Optional;

/// What is known about one setting. Unknown is never mixed up with the documented default: only [Known] has a value.
public sealed interface Setting<T> {
    SettingKey<T> key();

    /// The value in force: written somewhere, read live, or the documented default, as the origin says.
    record Known<T>(SettingKey<T> key, T value, Origin origin) implements Setting<T> {
        /// Whether somebody chose this value, rather than the product's makers.
        public boolean isChosen() {
            return !(origin instanceof Origin.DocumentedDefault);
        }
    }

    /// Something is written, but its value depends on what cannot be seen from here, such as `${DB_POOL}`. With
    /// `isRest`, nothing is written, but it may be in the thing at `origin` that cannot be seen as a whole, such
    /// as an image.
    record Unresolved<T>(SettingKey<T> key, String text, Origin origin, boolean isRest) implements Setting<T> {
        public Unresolved(SettingKey<T> key, String text, Origin origin) {
            this(key, text, origin, false);
        }
    }

    /// Something is written that the product cannot read, such as `10s` where a whole number must stand.
    record Malformed<T>(SettingKey<T> key, String text, Origin origin) implements Setting<T> {}

    /// Nothing is written, and the product documents no default.
    record Unset<T>(SettingKey<T> key) implements Setting<T> {}

    default Optional<Known<T>> known() {
        return this instanceof Known<T> known ? Optional.of(known) : Optional.empty();
    }

    /// The value, if somebody chose it.
    default Optional<Known<T>> chosen() {
        return known().filter(Known::isChosen);
    }

    default Optional<T> knownValue() {
        return known().map(Known::value);
    }
}
