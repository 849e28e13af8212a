package dev.tautline.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An immutable set of settings of one client, hop or server: what is written, and the defaults of the versions in use.
/// Names that no vocabulary knows are kept as [Stray]s, so that a rule can name the nearest known one.
public final class Settings {
    public static final Settings EMPTY = builder(Versions.UNKNOWN).build();

    /// A name written as a setting of `product` that the product's vocabulary does not have.
    public record Stray(Product product, String name, Written written) {}

    private final Map<SettingKey<?>, Written> written;
    private final List<Stray> strays;
    private final Optional<Written> rest;
    private final Map<SettingKey<?>, Written> hidden;
    private final Versions versions;

    private Settings(Builder builder) {
        this.written = Map.copyOf(builder.written);
        this.hidden = Map.copyOf(builder.hidden);
        this.strays = List.copyOf(builder.strays);
        this.rest = builder.rest;
        this.versions = builder.versions;
    }

    public static Builder builder(Versions versions) {
        return new Builder(versions);
    }

    public Versions versions() {
        return versions;
    }

    public List<Stray> strays() {
        return strays;
    }

    /// What is known about one setting.
    public <T> Setting<T> get(SettingKey<T> key) {
        var found = written.get(key);
        return found == null ? byDefault(key) : read(key, found);
    }

    /// What a weaker source says about a setting where a stronger one says otherwise, or says nothing about it and
    /// replaced the whole that it stood in.
    public <T> Optional<Setting.Known<T>> hidden(SettingKey<T> key) {
        return Optional.ofNullable(hidden.get(key))
                .flatMap(found -> read(key, found).known());
    }

    /// Every setting that is written, in no particular order.
    public List<Setting<?>> written() {
        return written.keySet().stream().<Setting<?>>map(this::get).toList();
    }

    /// What is written that the product cannot read, in the order of the places.
    public List<Setting.Malformed<?>> malformed() {
        return written().stream()
                .<Setting.Malformed<?>>mapMulti((setting, found) -> {
                    if (setting instanceof Setting.Malformed<?> bad) {
                        found.accept(bad);
                    }
                })
                .sorted(Comparator.comparing(Setting.Malformed::origin, Origin.byPlace()))
                .toList();
    }

    private static <T> Setting<T> read(SettingKey<T> key, Written found) {
        if (!found.isResolved()) {
            return new Setting.Unresolved<>(key, found.shown(), found.origin());
        }
        return key.type()
                .read(found.text())
                .<Setting<T>>map(value -> new Setting.Known<>(key, value, found.origin()))
                .orElseGet(() -> new Setting.Malformed<>(key, found.shown(), found.origin()));
    }

    private <T> Setting<T> byDefault(SettingKey<T> key) {
        return rest.<Setting<T>>map(include -> new Setting.Unresolved<>(key, include.shown(), include.origin(), true))
                .orElseGet(() -> documented(key));
    }

    private <T> Setting<T> documented(SettingKey<T> key) {
        var product = versions.inUse(key.product());
        var origin = new Origin.DocumentedDefault(product.title(), versions.describe(product));
        return key.defaultIn(product, versions.of(product))
                .<Setting<T>>map(value -> new Setting.Known<>(key, value, origin))
                .orElseGet(() -> new Setting.Unset<>(key));
    }

    /// Collects settings; not thread-safe. A later value for the same key wins.
    public static final class Builder {
        private final Versions versions;
        private final Map<SettingKey<?>, Written> written = new LinkedHashMap<>();
        private final List<Stray> strays = new ArrayList<>();
        private final Map<SettingKey<?>, Written> hidden = new LinkedHashMap<>();
        private Optional<Written> rest = Optional.empty();

        private Builder(Versions versions) {
            this.versions = versions;
        }

        public Builder put(SettingKey<?> key, Written value) {
            written.put(key, value);
            return this;
        }

        /// Everything that is written in `other`, over what was put before.
        public Builder putAll(Settings other) {
            written.putAll(other.written);
            strays.addAll(other.strays);
            hidden.putAll(other.hidden);
            rest = other.rest.or(() -> rest);
            return this;
        }

        /// What a weaker source alone would say; kept where it differs from what was put.
        public Builder hiding(Settings weaker) {
            weaker.written.forEach((key, value) -> {
                var stronger = written.get(key);
                if (stronger == null || !stronger.text().equals(value.text())) {
                    hidden.put(key, value);
                }
            });
            return this;
        }

        public Builder stray(Stray stray) {
            strays.add(stray);
            return this;
        }

        /// What is not written here may be written in something that cannot be seen, such as an included file: no
        /// default can be told then.
        public Builder restIn(Written unseen) {
            rest = Optional.of(unseen);
            return this;
        }

        public Settings build() {
            return new Settings(this);
        }
    }
}
