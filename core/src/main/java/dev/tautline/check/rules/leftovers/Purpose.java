package dev.tautline.check.rules.leftovers;

import dev.tautline.settings.HostPort;
import dev.tautline.settings.JdbcUrl;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the names in a URL say about whom its database serves. Only words that mean nothing else count: `live`
/// and `local` are parts of honest names.
final class Purpose {
    private static final Set<String> TESTS =
            Set.of("test", "testing", "dev", "development", "demo", "staging", "sandbox");

    private static final Set<String> PRODUCTION = Set.of("prod", "production", "prd");

    private Purpose() {}

    /// The name of a host or a database that is made for tests.
    static Optional<String> ofTests(JdbcUrl url) {
        return named(url, TESTS);
    }

    /// The name of a host or a database that serves customers.
    static Optional<String> ofProduction(JdbcUrl url) {
        return named(url, PRODUCTION);
    }

    private static Optional<String> named(JdbcUrl url, Set<String> words) {
        if (url.isEmbedded() || url.isThrowaway()) {
            return Optional.empty();
        }
        return Stream.concat(url.hosts().stream().map(HostPort::host), url.database().stream())
                .filter(name -> !name.contains("{"))
                .filter(name -> Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^a-z]+", -1))
                        .anyMatch(words::contains))
                .findFirst();
    }
}
