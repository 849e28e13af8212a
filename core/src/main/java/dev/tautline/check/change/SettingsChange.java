package dev.tautline.check.change;

import dev.tautline.check.change.Difference.Told;
import dev.tautline.finding.Words;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Settings;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What differs between two sets of settings. Where one of them says nothing, its owner's own place stands for it.
record SettingsChange(Side before, Side after) {
    /// How a setting is found, what is written, and where the owner stands.
    record Side(Lookup lookup, Settings settings, Origin owner) {
        private Told told(Setting<?> setting) {
            return new Told(Words.told(setting), origin(setting).orElse(owner));
        }
    }

    /// The owner's own view of its settings.
    interface Lookup {
        <T> Setting<T> get(SettingKey<T> key);
    }

    /// Every setting that is written on either side and is another one now, by name.
    List<Difference> differences() {
        var keys = new LinkedHashSet<SettingKey<?>>();
        Stream.of(before, after)
                .flatMap(side -> side.settings().written().stream())
                .forEach(setting -> keys.add(setting.key()));
        return keys.stream()
                .sorted(Comparator.comparing(SettingKey::name))
                .flatMap(key -> difference(key).stream())
                .toList();
    }

    private <T> Optional<Difference> difference(SettingKey<T> key) {
        var was = before.lookup().get(key);
        var is = after.lookup().get(key);
        return isSame(was, is)
                ? Optional.empty()
                : Optional.of(new Difference(key.name(), before.told(was), after.told(is)));
    }

    private static <T> boolean isSame(Setting<T> was, Setting<T> is) {
        if (was instanceof Setting.Known<T> known && is instanceof Setting.Known<T> now) {
            return known.value().equals(now.value());
        }
        return Words.told(was).equals(Words.told(is));
    }

    private static Optional<Origin> origin(Setting<?> setting) {
        return switch (setting) {
            case Setting.Known<?> known -> Optional.of(known.origin());
            case Setting.Unresolved<?> open -> Optional.of(open.origin());
            case Setting.Malformed<?> bad -> Optional.of(bad.origin());
            case Setting.Unset<?> unset -> Optional.empty();
        };
    }
}
