package dev.tautline.check.rules.routing;

import dev.tautline.check.RouteRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Route;
import dev.tautline.link.Workload;

/// Client and database are on different networks of one Compose project.
public final class ServicesShareNoNetwork implements RouteRule {
    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.PLATFORM;
    }

    @Override
    public Verdict judge(Route route) {
        var client = route.client().workload();
        var destination = Destination.of(route);
        if (client.isEmpty() || destination.isEmpty()) {
            return Verdict.notApplicable("not both are services");
        }
        var database = destination.get().workload();
        return ComposeNetworks.areApart(client.get(), database)
                ? Verdict.violation(finding(route, client.get(), database))
                : Verdict.PASS;
    }

    private Finding finding(Route route, Workload client, Workload database) {
        return finding(
                route,
                client.name() + " and " + database.name() + " share no network",
                "\"Unknown host " + route.address().host()
                        + "\": names of services hold only on networks that both are on.",
                new Edit.Decide(
                        client.origin(),
                        "add " + database.networks().getFirst() + " to the networks of " + client.name()),
                new Evidence("networks", String.join(", ", client.networks()), client.origin()),
                new Evidence("networks", String.join(", ", database.networks()), database.origin()));
    }
}
