package dev.tautline.check.rules.compose;

import dev.tautline.check.RouteRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Hop;
import dev.tautline.link.Route;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.Written;
import java.util.Optional;

/// A database's name in the URL that the image does not make.
public final class DatabaseNotCreated implements RouteRule {
    /// MySQL Connector/J and MariaDB Connector/J make the database themselves then.
    private static final String CREATES = "createDatabaseIfNotExist";

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Route route) {
        var name = route.client()
                .url()
                .flatMap(JdbcUrl::database)
                .filter(DatabaseNotCreated::isWhole)
                .flatMap(wanted -> behindPoolers(route, wanted));
        var found = OwnDatabase.behindPoolers(route);
        if (found.isEmpty() || name.isEmpty() || creates(route)) {
            return Verdict.notApplicable("no database of an image, or no name that can be seen");
        }
        var database = found.get();
        if (!database.isOnlyOfVariables()) {
            return Verdict.undecided("scripts or variables that cannot be seen may make the database");
        }
        return database.surelyLacks(name.get(), database.databases())
                ? Verdict.violation(finding(route, name.get(), database))
                : Verdict.PASS;
    }

    /// What the last pooler on the way asks the server for; empty where that is not known.
    private static Optional<String> behindPoolers(Route route, String wanted) {
        var name = Optional.of(wanted);
        for (var hop : route.hops()) {
            name = name.flatMap(asked -> DatabaseNotCreated.behind(hop, asked));
        }
        return name;
    }

    private static Optional<String> behind(Hop hop, String asked) {
        return hop.targetsFor(Optional.of(asked)).stream().findFirst().flatMap(target -> switch (target.get(
                PgBouncerKeys.DATABASES_DBNAME)) {
            case Setting.Known<String> other -> Optional.of(other.value());
            case Setting.Unset<String> same -> Optional.of(asked);
            case Setting.Unresolved<String> unseen -> Optional.empty();
            case Setting.Malformed<String> unread -> Optional.empty();
        });
    }

    private static boolean isWhole(String name) {
        return !name.isBlank() && !name.contains("$") && !name.contains("{");
    }

    private static boolean creates(Route route) {
        return route.client()
                .url()
                .flatMap(url -> url.parameter(CREATES))
                .map(parameter -> !parameter.value().equals("false"))
                .orElse(false);
    }

    private Finding finding(Route route, String name, OwnDatabase database) {
        var image = database.image();
        var made = image.database();
        return finding(
                route,
                "the URL names the database '" + name + "', the image makes '"
                        + database.databases().getFirst() + "'",
                "\"database '" + name + "' does not exist\" at every attempt, with a server that is new.",
                new Edit.Decide(
                        route.address().origin(),
                        "name the same database in both; changing the image's variable counts only for a new volume"),
                new Evidence("database", name, route.client().urlText().origin()),
                new Evidence(
                        "database of the image",
                        database.databases().getFirst(),
                        made.or(image::user).map(Written::origin).orElseGet(() -> ComposeDatabases.at(image))));
    }
}
