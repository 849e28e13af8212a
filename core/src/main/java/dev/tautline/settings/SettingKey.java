package dev.tautline.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One setting of one product: its name as the product's manual writes it, the other names that the product takes for
/// it, how values are written, its default by version and the page that says so. Two keys are the same when product
/// and name are.
public record SettingKey<T>(
        Product product,
        String name,
        List<String> aliases,
        ValueType<T> type,
        List<DefaultSince<T>> defaults,
        String source) {
    /// The default that holds from `version` on, until the next one.
    public record DefaultSince<T>(Version version, T value) {}

    private static final Version ALWAYS = Version.of("0");

    public SettingKey {
        aliases = List.copyOf(aliases);
        defaults = List.copyOf(defaults);
    }

    /// A key without a documented default.
    static <T> SettingKey<T> of(Product product, String name, ValueType<T> type, String source) {
        return new SettingKey<>(product, name, List.of(), type, List.of(), source);
    }

    SettingKey<T> alsoNamed(String... names) {
        return new SettingKey<>(product, name, List.of(names), type, defaults, source);
    }

    SettingKey<T> defaultsTo(T value) {
        return new SettingKey<>(product, name, aliases, type, List.of(new DefaultSince<>(ALWAYS, value)), source);
    }

    SettingKey<T> changedTo(T value, String since) {
        var all = new ArrayList<>(defaults);
        all.add(new DefaultSince<>(Version.of(since), value));
        return new SettingKey<>(product, name, aliases, type, all, source);
    }

    /// The documented default in `version`; empty when the product documents none.
    public Optional<T> defaultIn(Version version) {
        return defaults.reversed().stream()
                .filter(candidate -> version.isAtLeast(candidate.version()))
                .map(DefaultSince::value)
                .findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SettingKey<?> key && product == key.product && name.equals(key.name);
    }

    @Override
    public int hashCode() {
        return 31 * product.hashCode() + name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
