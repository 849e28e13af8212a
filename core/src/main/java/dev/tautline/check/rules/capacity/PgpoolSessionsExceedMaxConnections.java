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
import dev.tautline.link.Server;
import dev.tautline.link.Workload;
import dev.tautline.settings.PgpoolKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The processes of Pgpool-II may keep more sessions than the server grants.
public final class PgpoolSessionsExceedMaxConnections implements LinkRule {
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
                        .filter(hop -> hop.product() == Product.PGPOOL)
                        .flatMap(hop -> servers(hop, link, routes).map(server -> judge(hop, server)))
                        .toList(),
                Verdict.notApplicable("no Pgpool-II, or none whose servers are known"));
    }

    /// Those that a route through it reaches, else those that its lines name, else the only one there is.
    private static Stream<Server> servers(Hop hop, Link link, List<Route> routes) {
        var routed = routes.stream()
                .filter(route -> route.hops().contains(hop))
                .flatMap(route -> route.servers().stream())
                .distinct()
                .toList();
        if (!routed.isEmpty()) {
            return routed.stream().filter(PgpoolSessionsExceedMaxConnections::isPostgres);
        }
        var all = link.servers().stream()
                .filter(PgpoolSessionsExceedMaxConnections::isPostgres)
                .toList();
        return all.stream()
                .filter(server -> server.names().isEmpty()
                        ? all.size() == 1
                        : hop.targets().stream()
                                .flatMap(target -> target.address().stream())
                                .anyMatch(address ->
                                        server.names().contains(address.host().toLowerCase(Locale.ROOT))));
    }

    private static boolean isPostgres(Server server) {
        return server.product() == Product.POSTGRESQL;
    }

    private Verdict judge(Hop hop, Server server) {
        return Rule.given(
                hop.get(PgpoolKeys.NUM_INIT_CHILDREN),
                children -> Rule.given(
                        hop.get(PgpoolKeys.MAX_POOL),
                        pool -> Slots.of(server, slots -> judge(hop, children, pool, slots))));
    }

    /// Only clients of several users or databases fill the pool of a process.
    private Verdict judge(Hop hop, Setting.Known<Integer> children, Setting.Known<Integer> pool, Slots slots) {
        var copies =
                hop.workload().map(Workload::instances).flatMap(Instances::most).orElse(1);
        var least = (long) children.value() * copies;
        var most = least * pool.value();
        if (most <= slots.usable()) {
            return Verdict.PASS;
        }
        var found = finding(
                hop.label(),
                "Pgpool-II may keep " + most + " sessions (" + least + " processes × " + pool.value() + "); "
                        + slots.server().name() + " has " + slots.usable() + " for them",
                "Under load the server refuses it with 53300, which Pgpool-II passes on; older versions take the server for"
                        + " dead and begin a failover.",
                new Edit.Decide(
                        children.isChosen() ? children.origin() : hop.origin(),
                        "keep num_init_children × max_pool below " + slots.usable() + ", or raise max_connections to "
                                + slots.maximumFor(Math.toIntExact(most))),
                told(hop, children),
                told(hop, pool),
                slots.read());
        return Verdict.violation(at(hop.stage(), least > slots.usable() ? found : found.withSeverity(Severity.HIGH)));
    }

    private static Evidence told(Hop hop, Setting.Known<Integer> setting) {
        return setting.isChosen()
                ? Evidence.of(setting)
                : new Evidence(setting.key().name(), setting.value() + ", by default", hop.origin());
    }
}
