package dev.tautline.check.rules.server;

import dev.tautline.link.Server;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A name that a file gives to PostgreSQL as a setting's, and whether Patroni hands it on.
record NamedSetting(String name, String shown, Origin origin, boolean isThroughPatroni) {
    /// In the order of their places. A server that runs has the settings that it tells of.
    static List<NamedSetting> of(Server server) {
        var isThroughPatroni = Stream.concat(
                        server.settings().written().stream()
                                .map(setting -> setting.key().product()),
                        server.settings().strays().stream().map(stray -> stray.product()))
                .anyMatch(product -> product == Product.PATRONI);
        var known = server.settings().written().stream()
                .filter(setting -> setting.key().product() == Product.POSTGRESQL)
                .flatMap(setting -> origin(setting)
                        .map(at -> new NamedSetting(setting.key().name(), shown(setting), at, isThroughPatroni))
                        .stream());
        return Stream.concat(known, strays(server, isThroughPatroni))
                .filter(named -> named.origin().place().isPresent())
                .sorted(Comparator.comparing(NamedSetting::origin, Origin.byPlace()))
                .toList();
    }

    /// Those that no rule judges, whether PostgreSQL has them or not.
    private static Stream<NamedSetting> strays(Server server, boolean isThroughPatroni) {
        return server.settings().strays().stream()
                .map(stray -> new NamedSetting(
                        stray.name(), stray.written().shown(), stray.written().origin(), isThroughPatroni));
    }

    private static Optional<Origin> origin(Setting<?> setting) {
        return switch (setting) {
            case Setting.Known<?> known -> Optional.of(known.origin());
            case Setting.Malformed<?> bad -> Optional.of(bad.origin());
            case Setting.Unresolved<?> open -> Optional.of(open.origin());
            case Setting.Unset<?> _ -> Optional.empty();
        };
    }

    private static String shown(Setting<?> setting) {
        return switch (setting) {
            case Setting.Known<?> known -> String.valueOf(known.value());
            case Setting.Malformed<?> bad -> bad.text();
            case Setting.Unresolved<?> open -> open.text();
            case Setting.Unset<?> _ -> "";
        };
    }

    /// What comes of a name that the server does not have.
    String consequence() {
        return isThroughPatroni
                ? "Patroni leaves it out with a warning (\"Removing unexpected parameter\"): the server runs with its"
                        + " default, while the file says otherwise and everybody who reads it believes it."
                : "The server does not start: \"unrecognized configuration parameter\", \"configuration file contains"
                        + " errors\". A reload only logs it; the next restart, planned or not, becomes an outage.";
    }

    /// Whether the name stands at the origin itself, rather than in a command line that the origin holds.
    boolean isKey() {
        return origin.place()
                .filter(place -> place.key().equals(name) || place.key().endsWith("." + name))
                .isPresent();
    }
}
