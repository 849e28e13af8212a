package dev.tautline.check.rules.capacity;

import dev.tautline.check.LinkRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Hop;
import dev.tautline.link.Link;
import dev.tautline.link.Route;
import dev.tautline.link.Routes;
import dev.tautline.link.Server;
import java.util.List;

/// The pools that reach a server without a pooler may open more connections than it grants to ordinary roles.
public final class PoolSumExceedsMaxConnections implements LinkRule {
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
        if (link.clients().isEmpty()) {
            return Verdict.notApplicable("no client");
        }
        if (link.servers().isEmpty()) {
            return Verdict.undecided("max_connections is not known: give a postgresql.conf, or ask the server");
        }
        var routes = Routes.of(link);
        return Verdicts.together(
                link.servers().stream()
                        .map(server -> LinkRule.onRoutes(routes, some -> judge(server, some)))
                        .toList(),
                Verdict.PASS);
    }

    /// Pools behind a pooler count there.
    private Verdict judge(Server server, List<Route> routes) {
        var demand = Demand.of(routes.stream()
                .filter(route -> route.servers().contains(server) && !isPooled(route))
                .map(Route::client));
        if (demand.pools().isEmpty()) {
            return Verdict.notApplicable("no pool calls " + server.label());
        }
        return demand.isUnknown()
                ? Verdict.undecided("the size of a pool is not known")
                : Slots.of(server, slots -> judge(demand, slots));
    }

    private static boolean isPooled(Route route) {
        return route.hops().stream().anyMatch(hop -> hop.kind() == Hop.Kind.POOLER);
    }

    private Verdict judge(Demand demand, Slots slots) {
        return demand.peak() > slots.usable()
                ? Verdict.violation(demand.weighed(
                        finding(
                                "all clients of " + slots.server().name(),
                                demand.above(slots.usable()) + "; the server has " + slots.usable() + " for them",
                                "Under load, or when instances overlap in a deployment, log-ins fail with 53300 \"sorry, too many"
                                        + " clients already\", for every service and for the people who try to help.",
                                new Edit.Decide(
                                        slots.read().origin(),
                                        "make the pools smaller, or raise max_connections to "
                                                + slots.maximumFor(demand.peak())),
                                demand.against(slots.read())),
                        slots.usable()))
                : demand.fits(slots.usable());
    }
}
