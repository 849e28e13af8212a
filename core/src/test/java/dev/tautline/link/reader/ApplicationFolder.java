package dev.tautline.link.reader;

import dev.tautline.link.Client;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A folder that a test fills and has read.
public record ApplicationFolder(Path path) {
    public ApplicationFolder write(String name, String text) {
        try {
            var file = path.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public Configuration read(Map<String, String> environment) {
        return new ConfigurationReader(environment, Optional.empty()).read(List.of(path), List.of());
    }

    public List<Client> clients() {
        return read(Map.of()).link().clients();
    }

    /// The only client that there is.
    public Client client() {
        var clients = clients();
        if (clients.size() != 1) {
            throw new AssertionError("expected one client and not " + clients);
        }
        return clients.getFirst();
    }

    /// Value and place of a setting that somebody chose: `20 at application.yml:8:26`.
    public String told(Client client, SettingKey<?> key) {
        return client.get(key) instanceof Setting.Known<?> known
                ? known.value() + " at " + known.origin().toString().replace(path + "/", "")
                : client.get(key).toString();
    }

    /// The names that nothing knows, as they are written.
    public static List<String> strays(Client client) {
        return client.settings().strays().stream()
                .map(stray -> stray.product() + " " + stray.name())
                .toList();
    }
}
