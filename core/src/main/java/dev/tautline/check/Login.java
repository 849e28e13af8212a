package dev.tautline.check;

import dev.tautline.link.Client;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Secret;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;
import dev.tautline.settings.UrlParameter;
import java.util.Optional;

/// As whom a client logs in: what its configuration says, or else its URL.
public record Login(Optional<Part<String>> user, Optional<Part<Secret>> password) {
    /// One value and where it is written. What nothing here resolves is left out.
    public record Part<T>(T value, Origin origin) {}

    public static Login of(Client client) {
        return new Login(
                chosen(client.get(SpringKeys.DATASOURCE_USERNAME)).or(() -> user(client)),
                chosen(client.get(SpringKeys.DATASOURCE_PASSWORD)).or(() -> password(client)));
    }

    private static <T> Optional<Part<T>> chosen(Setting<T> setting) {
        return setting.chosen().map(known -> new Part<>(known.value(), known.origin()));
    }

    private static Optional<Part<String>> user(Client client) {
        return parameter(client, "user").map(found -> new Part<>(found.value(), found.origin()));
    }

    private static Optional<Part<Secret>> password(Client client) {
        return parameter(client, "password").map(found -> new Part<>(Secret.of(found.value()), found.origin()));
    }

    private static Optional<UrlParameter> parameter(Client client, String name) {
        return client.url().flatMap((JdbcUrl url) -> url.parameter(name)).filter(UrlParameter::isResolved);
    }
}
