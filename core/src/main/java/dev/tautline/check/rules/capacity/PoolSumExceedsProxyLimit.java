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
import dev.tautline.settings.Product;
import java.util.List;

/// The pools may open more connections than the proxy passes on.
public final class PoolSumExceedsProxyLimit implements LinkRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.NETWORK;
    }

    @Override
    public Verdict judge(Link link) {
        var routes = Routes.of(link);
        return Verdicts.together(
                link.hops().stream()
                        .filter(hop -> hop.product() == Product.HAPROXY)
                        .map(hop -> LinkRule.onRoutes(routes, some -> judge(hop, some)))
                        .toList(),
                Verdict.notApplicable("no HAProxy"));
    }

    private Verdict judge(Hop hop, List<Route> routes) {
        var demand = Demand.of(
                routes.stream().filter(route -> route.hops().contains(hop)).map(Route::client));
        var limit = ProxyLimit.of(hop);
        if (demand.pools().isEmpty() || limit.isEmpty()) {
            return Verdict.notApplicable("no pool calls " + hop.label() + ", or it has no limit");
        }
        if (demand.isUnknown()) {
            return Verdict.undecided("the size of a pool is not known");
        }
        var most = limit.get().connections();
        return demand.peak() > most
                ? Verdict.violation(demand.weighed(
                        finding(
                                hop.label(),
                                demand.above(most) + "; the proxy passes on " + most,
                                "Under load connections hang in the proxy's queue and fail after seconds, while the database has"
                                        + " nothing to do.",
                                new Edit.Decide(limit.get().read().origin(), "raise maxconn to " + demand.peak()),
                                demand.against(limit.get().read())),
                        most))
                : demand.fits(most);
    }
}
