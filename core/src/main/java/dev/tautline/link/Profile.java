package dev.tautline.link;

import java.util.List;

/// The set of configuration profiles that one client runs with; none is the plain configuration.
public record Profile(List<String> names) {
    public static final Profile PLAIN = new Profile(List.of());

    public Profile {
        names = List.copyOf(names);
    }

    public static Profile of(String... names) {
        return new Profile(List.of(names));
    }

    /// Whether a name says that this never serves customers: `dev`, `local-docker`, `integration_test`.
    public boolean isDevelopment() {
        return names.stream().anyMatch(name -> Stage.ofName(name) == Stage.DEVELOPMENT);
    }

    /// Whether a name says that this serves customers: `prod`, `production-eu`.
    public boolean isProduction() {
        return names.stream().anyMatch(name -> Stage.ofName(name) == Stage.PRODUCTION);
    }

    // Written out: the JVM makes a record's own at the first call, which a short command would feel.
    @Override
    public boolean equals(Object other) {
        return other instanceof Profile profile && profile.names.equals(names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }

    @Override
    public String toString() {
        return names.isEmpty() ? "no profile" : "profile " + String.join(",", names);
    }
}
