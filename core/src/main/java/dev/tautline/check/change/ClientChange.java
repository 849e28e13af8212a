package dev.tautline.check.change;

import dev.tautline.check.change.Difference.Told;
import dev.tautline.finding.Words;
import dev.tautline.link.Client;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One client, before and after.
public record ClientChange(Client before, Client after) {
    /// The two values of a setting, when both are known, somebody chose at least one, and they differ.
    <T> Optional<Both<T>> both(SettingKey<T> key) {
        var was = before.get(key);
        var is = after.get(key);
        if (was instanceof Setting.Known<T> known && is instanceof Setting.Known<T> now) {
            return !known.value().equals(now.value()) && (known.isChosen() || now.isChosen())
                    ? Optional.of(new Both<>(known, now))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /// Every setting that is written on either side and is another one now, by name.
    public List<Difference> differences() {
        var all = new ArrayList<Difference>();
        url().ifPresent(all::add);
        var keys = new LinkedHashSet<SettingKey<?>>();
        before.settings().written().forEach(setting -> keys.add(setting.key()));
        after.settings().written().forEach(setting -> keys.add(setting.key()));
        keys.stream()
                .sorted(Comparator.comparing(SettingKey::name))
                .forEach(key -> difference(key).ifPresent(all::add));
        return all;
    }

    /// Whom it calls; the URL's parameters are settings of the driver and are told there.
    private Optional<Difference> url() {
        Function<Client, String> called = client -> client.url()
                .map(url -> new JdbcUrl(url.scheme(), url.hosts(), url.database(), List.of(), url.origin()))
                .map(JdbcUrl::toString)
                .orElseGet(() -> client.urlText().shown());
        var was = called.apply(before);
        var is = called.apply(after);
        return was.equals(is)
                ? Optional.empty()
                : Optional.of(new Difference(
                        "url",
                        new Told(was, before.urlText().origin()),
                        new Told(is, after.urlText().origin())));
    }

    private <T> Optional<Difference> difference(SettingKey<T> key) {
        var was = before.get(key);
        var is = after.get(key);
        return isSame(was, is)
                ? Optional.empty()
                : Optional.of(new Difference(key.name(), told(before, was), told(after, is)));
    }

    private static <T> boolean isSame(Setting<T> was, Setting<T> is) {
        if (was instanceof Setting.Known<T> known && is instanceof Setting.Known<T> now) {
            return known.value().equals(now.value());
        }
        return Words.told(was).equals(Words.told(is));
    }

    private static Told told(Client client, Setting<?> setting) {
        return new Told(
                Words.told(setting), origin(setting).orElse(client.urlText().origin()));
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
