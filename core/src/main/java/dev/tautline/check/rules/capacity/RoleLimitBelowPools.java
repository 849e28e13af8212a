package dev.tautline.check.rules.capacity;

import dev.tautline.check.LinkRule;
import dev.tautline.check.Login;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.ConnectionLimit;
import dev.tautline.link.DatabaseImage;
import dev.tautline.link.Hop;
import dev.tautline.link.Link;
import dev.tautline.link.Route;
import dev.tautline.link.Routes;
import dev.tautline.link.Server;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.Optional;

/// The pools that log in as one role, or into one database, may open more connections than PostgreSQL grants to
/// it.
public final class RoleLimitBelowPools implements LinkRule {
    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Link link) {
        var routes = Routes.of(link);
        return Verdicts.together(
                link.servers().stream()
                        .flatMap(server -> server.limits().stream()
                                .map(limit -> LinkRule.onRoutes(routes, some -> judge(server, limit, some))))
                        .toList(),
                Verdict.notApplicable("no role and no database has a limit of its own"));
    }

    private Verdict judge(Server server, ConnectionLimit limit, List<Route> routes) {
        if (isSuperuser(server, limit)) {
            return Verdict.notApplicable("no limit holds for a superuser");
        }
        var demand = Demand.of(routes.stream()
                .filter(route -> route.servers().contains(server) && !isPooled(route))
                .map(Route::client)
                .filter(client -> limited(limit, client).equals(Optional.of(limit.name()))));
        if (demand.pools().isEmpty()) {
            return Verdict.notApplicable("no pool of production is known to come under the limit of " + words(limit));
        }
        if (demand.isUnknown()) {
            return Verdict.undecided("the size of a pool is not known");
        }
        return demand.peak() > limit.most() ? violation(limit, demand) : demand.fits(limit.most());
    }

    /// The user that the official image makes may do everything.
    private static boolean isSuperuser(Server server, ConnectionLimit limit) {
        return limit.of() == ConnectionLimit.Of.ROLE
                && server.workload()
                        .flatMap(DatabaseImage::of)
                        .filter(image -> image.maker() == DatabaseImage.Maker.POSTGRES)
                        .map(image -> image.user().map(Written::text).orElse(image.superuser()))
                        .equals(Optional.of(limit.name()));
    }

    /// PgBouncer opens connections of its own.
    private static boolean isPooled(Route route) {
        return route.hops().stream().anyMatch(hop -> hop.kind() == Hop.Kind.POOLER);
    }

    private static Optional<String> limited(ConnectionLimit limit, Client client) {
        return switch (limit.of()) {
            case ROLE -> Login.of(client).user().map(Login.Part::value);
            case DATABASE -> client.url().flatMap(JdbcUrl::database);
        };
    }

    private static String words(ConnectionLimit limit) {
        return switch (limit.of()) {
            case ROLE -> "role \"" + limit.name() + "\"";
            case DATABASE -> "database \"" + limit.name() + "\"";
        };
    }

    private Verdict violation(ConnectionLimit limit, Demand demand) {
        return Verdict.violation(demand.weighed(
                finding(
                        "all clients of " + words(limit),
                        demand.above(limit.most()) + " to " + words(limit) + ", which is granted " + limit.most(),
                        "Under load, or when instances overlap in a deployment, log-ins fail with 53300 \"too many connections"
                                + " for "
                                + words(limit) + "\", although the server has room.",
                        new Edit.Decide(
                                limit.origin(), "make the pools smaller, or raise the limit to " + demand.peak()),
                        demand.against(new Evidence("connection limit", String.valueOf(limit.most()), limit.origin()))),
                limit.most()));
    }
}
