package dev.tautline.check.change;

import dev.tautline.check.change.Difference.Told;
import dev.tautline.link.Client;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.util.ArrayList;
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
        all.addAll(new SettingsChange(
                        new SettingsChange.Side(
                                before::get, before.settings(), before.urlText().origin()),
                        new SettingsChange.Side(
                                after::get, after.settings(), after.urlText().origin()))
                .differences());
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
}
