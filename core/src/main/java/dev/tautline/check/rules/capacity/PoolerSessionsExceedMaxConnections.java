package dev.tautline.check.rules.capacity;

import dev.tautline.check.LinkRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Link;
import dev.tautline.link.Routes;
import dev.tautline.link.Server;
import dev.tautline.settings.Product;
import java.util.List;
import java.util.stream.Stream;

/// The poolers may open more sessions than the server grants.
public final class PoolerSessionsExceedMaxConnections implements LinkRule {
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
                        .filter(server -> server.product() == Product.POSTGRESQL)
                        .map(server -> {
                            var alone = SessionPool.ofPoolersAlone(server, link, routes);
                            return alone.isEmpty()
                                    ? LinkRule.onRoutes(routes, some -> judge(server, SessionPool.of(server, some)))
                                    : weighed(server, judge(server, alone));
                        })
                        .toList(),
                Verdict.notApplicable("no PostgreSQL server is known"));
    }

    private Verdict weighed(Server server, Verdict verdict) {
        return verdict instanceof Verdict.Violation found
                ? Verdict.of(found.findings().stream()
                        .map(finding -> at(server.stage(), finding))
                        .toList())
                : verdict;
    }

    private Verdict judge(Server server, List<SessionPool> pools) {
        if (pools.isEmpty()) {
            return Verdict.notApplicable("no pooler leads to " + server.label());
        }
        return pools.stream().anyMatch(pool -> pool.sessions().isEmpty())
                ? Verdict.undecided("the size of a session pool is not known")
                : Slots.of(server, slots -> judge(pools, slots));
    }

    private Verdict judge(List<SessionPool> pools, Slots slots) {
        var sessions =
                pools.stream().mapToInt(pool -> pool.sessions().orElse(0)).sum();
        if (sessions <= slots.usable()) {
            return Verdict.PASS;
        }
        var read = Stream.concat(
                        Stream.of(slots.read()),
                        pools.stream().map(SessionPool::read).distinct())
                .toArray(Evidence[]::new);
        return Verdict.violation(finding(
                "all poolers of " + slots.server().name(),
                "poolers may open " + sessions + " sessions; the server has " + slots.usable() + " for them",
                "Under load the server refuses the pooler with 53300, and every client behind it waits until it tries"
                        + " again.",
                new Edit.Decide(
                        read[1].origin(), "set max_db_connections so that all poolers stay below " + slots.usable()),
                read));
    }
}
