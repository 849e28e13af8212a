package dev.tautline.check.rules.compose;

import dev.tautline.check.RouteRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Route;
import dev.tautline.link.Workload;
import dev.tautline.settings.ComposeKeys;

/// A client that is started as soon as the database's container is, which is long before the database is.
public final class DependsOnWithoutHealth implements RouteRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.PLATFORM;
    }

    @Override
    public Verdict judge(Route route) {
        return route.client()
                .workload()
                .filter(client -> client.kind() == Workload.Kind.COMPOSE_SERVICE)
                .map(client -> judge(route, client))
                .orElse(Verdict.notApplicable("not a service of Compose"));
    }

    /// One that is started again until it succeeds needs no order; a swarm knows none.
    private Verdict judge(Route route, Workload client) {
        var restart = client.get(ComposeKeys.RESTART).knownValue().orElse("no");
        if (!restart.equals("no") || !route.isCertain()) {
            return Verdict.notApplicable("it is started again");
        }
        return Verdict.of(client.dependencies().stream()
                .filter(needed -> needed.condition().equals("service_started"))
                .filter(needed -> route.servers().stream()
                        .flatMap(server -> server.workload().stream())
                        .anyMatch(database -> database.unit().equals(client.unit())
                                && database.name().equals(needed.name())))
                .map(needed -> finding(route, client, needed))
                .toList());
    }

    private Finding finding(Route route, Workload client, Workload.Dependency needed) {
        return finding(
                route,
                client.name() + " does not wait until " + needed.name() + " accepts connections",
                "The first start, or one after a crash, loses the race: \"Connection refused\" or \"the database system is"
                        + " starting up\", and the application ends.",
                new Edit.Decide(
                        needed.origin(),
                        "write depends_on: {" + needed.name() + ": {condition: service_healthy}}, and give "
                                + needed.name() + " a healthcheck"),
                new Evidence("depends_on", needed.name() + ": " + needed.condition(), needed.origin()));
    }
}
