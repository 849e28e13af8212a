package dev.tautline.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The set of configuration profiles that one client runs with; none is the plain configuration.
public record Profile(List<String> names) {
    public static final Profile PLAIN = new Profile(List.of());

    private static final Set<String> DEVELOPMENT =
            Set.of("dev", "devel", "development", "local", "localhost", "test", "tests", "testing", "it", "ci", "demo");

    public Profile {
        names = List.copyOf(names);
    }

    public static Profile of(String... names) {
        return new Profile(List.of(names));
    }

    /// Whether a name says that this never serves customers: `dev`, `local-docker`, `integration_test`.
    public boolean isDevelopment() {
        return names.stream()
                .flatMap(name -> Arrays.stream(name.toLowerCase(Locale.ROOT).split("[-_.]", -1)))
                .anyMatch(DEVELOPMENT::contains);
    }

    @Override
    public String toString() {
        return names.isEmpty() ? "no profile" : "profile " + String.join(",", names);
    }
}
