package dev.tautline.alert.config;

import dev.tautline.config.YamlMap;
import dev.tautline.settings.Secret;
import java.net.URI;
import java.util.Optional;

/// URLs that may be spoken to: encrypted, or on this machine.
final class Urls {
    private Urls() {}

    /// The URL itself is not repeated: it may be a secret.
    static boolean usable(Secret url, YamlMap map, String key) {
        boolean usable = parsed(url.reveal())
                .filter(uri ->
                        "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && local(uri.getHost())))
                .isPresent();
        if (!usable) {
            map.problem(key, "not a URL that can be used; allowed: https, and http to this machine");
        }
        return usable;
    }

    /// A base URL, which is no secret.
    static Optional<URI> base(YamlMap map, Optional<URI> otherwise, boolean plainHttp) {
        var text = map.text("url");
        if (text.isEmpty()) {
            if (otherwise.isEmpty() && !map.has("url")) {
                map.problem("url", "'url' is missing");
            }
            return otherwise;
        }
        var url = parsed(text.get());
        if (plainHttp && url.filter(uri -> "http".equals(uri.getScheme())).isPresent()) {
            return url;
        }
        return url.filter(uri -> usable(Secret.of(text.get()), map, "url")).or(() -> unusable(map, url.isPresent()));
    }

    private static Optional<URI> unusable(YamlMap map, boolean told) {
        if (!told) {
            map.problem("url", "not a URL that can be used; allowed: https, and http to this machine");
        }
        return Optional.empty();
    }

    static boolean local(String host) {
        return "localhost".equals(host) || host.matches("127(\\.\\d{1,3}){3}") || "[::1]".equals(host);
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(URI.create(text.strip()))
                    .filter(uri -> uri.getHost() != null && uri.getScheme() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
