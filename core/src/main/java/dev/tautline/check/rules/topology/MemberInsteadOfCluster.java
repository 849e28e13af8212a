package dev.tautline.check.rules.topology;

import dev.tautline.check.RouteRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Route;
import dev.tautline.settings.JdbcUrl;
import java.util.List;

/// A client calls one node of a cluster by its own name.
public final class MemberInsteadOfCluster implements RouteRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Route route) {
        var hosts = route.client().url().map(JdbcUrl::hosts).orElse(List.of());
        var cluster = route.servers().stream()
                .filter(server -> server.members().contains(route.address().host()))
                .findFirst();
        if (hosts.size() != 1 || !route.hops().isEmpty() || cluster.isEmpty()) {
            return Verdict.notApplicable("not one node of a known cluster");
        }
        return Verdict.violation(finding(
                route,
                route.address().host() + " is one node of the cluster "
                        + cluster.get().name(),
                "A failover of the database does not help this service: it goes on calling a node that is gone, or that"
                        + " takes no more writes.",
                new Edit.Decide(
                        route.address().origin(),
                        "name all nodes with targetServerType=primary, or the balancer that follows the primary"),
                new Evidence("host", route.address().toString(), route.address().origin()),
                new Evidence("cluster", cluster.get().name(), cluster.get().origin())));
    }
}
