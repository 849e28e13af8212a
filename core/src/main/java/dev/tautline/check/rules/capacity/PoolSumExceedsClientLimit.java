package dev.tautline.check.rules.capacity;

import dev.tautline.check.LinkRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Hop;
import dev.tautline.link.Instances;
import dev.tautline.link.Link;
import dev.tautline.link.Route;
import dev.tautline.link.Routes;
import dev.tautline.link.Workload;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.PgpoolKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import java.util.List;

/// The pools may open more connections than the pooler lets in.
public final class PoolSumExceedsClientLimit implements LinkRule {
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
                link.hops().stream()
                        .filter(hop -> hop.product() == Product.PGBOUNCER || hop.product() == Product.PGPOOL)
                        .map(hop -> LinkRule.onRoutes(routes, some -> judge(hop, some)))
                        .toList(),
                Verdict.notApplicable("no PgBouncer or Pgpool-II"));
    }

    private Verdict judge(Hop hop, List<Route> routes) {
        var demand = Demand.of(
                routes.stream().filter(route -> route.hops().contains(hop)).map(Route::client));
        if (demand.pools().isEmpty() || demand.isUnknown()) {
            return demand.isUnknown()
                    ? Verdict.undecided("the size of a pool is not known")
                    : Verdict.notApplicable("no pool calls " + hop.label());
        }
        return Rule.given(limitOf(hop), limit -> judge(hop, demand, limit));
    }

    /// Each process of Pgpool-II serves one client at a time.
    private static Setting<Integer> limitOf(Hop hop) {
        return hop.get(hop.product() == Product.PGPOOL ? PgpoolKeys.NUM_INIT_CHILDREN : PgBouncerKeys.MAX_CLIENT_CONN);
    }

    private Verdict judge(Hop hop, Demand demand, Setting.Known<Integer> limit) {
        var copies =
                hop.workload().map(Workload::instances).flatMap(Instances::most).orElse(1);
        var all = limit.value() * copies;
        if (demand.peak() <= all) {
            return demand.fits(all);
        }
        var read = limit.isChosen()
                ? Evidence.of(limit)
                : new Evidence(limit.key().name(), limit.value() + ", by default", hop.origin());
        return Verdict.violation(demand.weighed(
                finding(
                        hop.label(),
                        demand.above(all) + "; the pooler lets in " + all,
                        hop.product() == Product.PGPOOL
                                ? "The instances that start last wait without end and without an error until another"
                                        + " connection is closed; after a restart it hits others."
                                : "The instances that start last get no connection: 08P01 \"no more connections"
                                        + " allowed\"; after a restart it hits others.",
                        new Edit.Decide(
                                read.origin(), "set " + limit.key().name() + " to " + demand.peak() * 2 + " or more"),
                        demand.against(read)),
                all));
    }
}
