package dev.tautline.check.rules.compose;

import dev.tautline.check.Surroundings;
import dev.tautline.link.DatabaseImage;
import dev.tautline.link.Route;
import dev.tautline.link.Server;
import dev.tautline.link.Stage;
import dev.tautline.link.Workload;
import dev.tautline.settings.Nearest;
import dev.tautline.settings.Product;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.Optional;

/// A database that an image makes when it is first started, reached by a client without anything in between.
record OwnDatabase(DatabaseImage image, Workload workload) {
    static Optional<OwnDatabase> of(Route route) {
        return route.hops().isEmpty() ? behindPoolers(route) : Optional.empty();
    }

    /// The same, whatever poolers are in between.
    static Optional<OwnDatabase> behindPoolers(Route route) {
        if (!route.isCertain()
                || route.servers().size() != 1
                || !route.hops().stream().allMatch(hop -> hop.product() == Product.PGBOUNCER)) {
            return Optional.empty();
        }
        return route.servers().stream()
                .findFirst()
                .flatMap(Server::workload)
                .flatMap(workload -> DatabaseImage.of(workload).map(image -> new OwnDatabase(image, workload)));
    }

    /// Whether variables that are seen here alone decide what is in a new database; scripts may add to it.
    boolean isOnlyOfVariables() {
        return !image.hasInitScripts()
                && Surroundings.unseen(workload).isEmpty()
                && image.user().map(Written::isResolved).orElse(true)
                && image.database().map(Written::isResolved).orElse(true);
    }

    /// The users that exist. The official image of PostgreSQL makes only the one that it is told; the others
    /// have their superuser in any case.
    List<String> users() {
        var made = image.user().map(Written::text);
        return image.maker() == DatabaseImage.Maker.POSTGRES
                ? List.of(made.orElse(image.superuser()))
                : made.map(user -> List.of(user, image.superuser())).orElseGet(() -> List.of(image.superuser()));
    }

    /// The databases that exist: the one that is named, or else one of the user's name; and those that every
    /// server has.
    List<String> databases() {
        var made = image.database().map(Written::text);
        return switch (image.maker()) {
            case POSTGRES -> List.of(made.orElse(users().getFirst()), "postgres", "template1");
            case BITNAMI_POSTGRESQL -> List.of(made.orElse("postgres"), "postgres", "template1");
            case MYSQL, MARIADB -> List.of(made.orElse("mysql"), "mysql", "information_schema");
        };
    }

    /// On a developer's machine a new database must do. Elsewhere somebody may have added by hand what is
    /// missing here, unless it is only misspelt.
    boolean surelyLacks(String name, List<String> known) {
        return !known.contains(name)
                && (workload.stage() == Stage.LOCAL
                        || Nearest.to(name, List.of(known.getFirst())).isPresent());
    }
}
