package dev.tautline.check.rules.resolution;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Evidence;
import dev.tautline.link.Client;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.util.Optional;

/// A setting as the application's files say it, and what is in force instead.
record Hidden<T>(Setting.Known<T> inFile, Setting.Known<T> inForce) {
    /// Empty where both say the same, or where what is in force is not known.
    static <T> Optional<Hidden<T>> of(Client client, SettingKey<T> key) {
        return client.settings()
                .hidden(key)
                .flatMap(inFile -> client.get(key).known().map(inForce -> new Hidden<>(inFile, inForce)));
    }

    /// What took over: the value, or the URL that lacks it.
    Evidence[] read(Client client) {
        var stronger = inForce.isChosen() ? Evidence.of(inForce) : ClientRule.url(client);
        return new Evidence[] {stronger, Evidence.of(inFile)};
    }
}
