package dev.tautline.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One setting of one product: its name as the product's manual writes it, the other names that the product takes for
/// it, how values are written, its default by version and the page that says so. Two keys are the same when product
/// and name are.
///
/// @param since the first version that has it; 0 where it has always been there, or nothing older is told apart
public record SettingKey<T>(
        Product product,
        String name,
        List<String> aliases,
        ValueType<T> type,
        List<DefaultSince<T>> defaults,
        String source,
        Version since) {
    /// The default that holds in `product` (the key's own, or a fork of it) from `version` on, until the next one.
    public record DefaultSince<T>(Product product, Version version, T value) {}

    private static final Version ALWAYS = Version.of("0");

    public SettingKey {
        aliases = List.copyOf(aliases);
        defaults = List.copyOf(defaults);
    }

    /// A key without a documented default.
    static <T> SettingKey<T> of(Product product, String name, ValueType<T> type, String source) {
        return new SettingKey<>(product, name, List.of(), type, List.of(), source, ALWAYS);
    }

    SettingKey<T> alsoNamed(String... names) {
        return new SettingKey<>(product, name, List.of(names), type, defaults, source, since);
    }

    SettingKey<T> defaultsTo(T value) {
        return with(new DefaultSince<>(product, ALWAYS, value));
    }

    SettingKey<T> changedTo(T value, String since) {
        return with(new DefaultSince<>(product, Version.of(since), value));
    }

    SettingKey<T> addedIn(String version) {
        return new SettingKey<>(product, name, aliases, type, defaults, source, Version.of(version));
    }

    /// Whether that version of the key's own product has it.
    public boolean isIn(Version version) {
        return version.isAtLeast(since);
    }

    /// What a fork has instead; a fork without a default of its own has the product's first one.
    SettingKey<T> inFork(Product fork, T value) {
        return with(new DefaultSince<>(fork, ALWAYS, value));
    }

    SettingKey<T> changedInFork(Product fork, T value, String since) {
        return with(new DefaultSince<>(fork, Version.of(since), value));
    }

    private SettingKey<T> with(DefaultSince<T> more) {
        var all = new ArrayList<>(defaults);
        all.add(more);
        return new SettingKey<>(product, name, aliases, type, all, source, since);
    }

    /// The documented default in `version` of the key's own product; empty when the product documents none.
    public Optional<T> defaultIn(Version version) {
        return defaultIn(product, version);
    }

    /// The documented default in `version` of the product or of a fork of it.
    public Optional<T> defaultIn(Product productOrFork, Version version) {
        return latest(productOrFork, version).or(() -> latest(product, ALWAYS));
    }

    private Optional<T> latest(Product in, Version version) {
        return defaults.reversed().stream()
                .filter(candidate -> candidate.product() == in && version.isAtLeast(candidate.version()))
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
