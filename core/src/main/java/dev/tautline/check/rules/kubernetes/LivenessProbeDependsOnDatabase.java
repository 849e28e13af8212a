package dev.tautline.check.rules.kubernetes;

import dev.tautline.check.ClientRule;
import dev.tautline.check.Rule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.link.Framework;
import dev.tautline.link.HealthProbe;
import dev.tautline.link.Workload;
import dev.tautline.settings.SpringKeys;
import java.util.List;
import java.util.Optional;

/// A liveness probe that asks for the whole health of a Spring Boot application, its database included.
public final class LivenessProbeDependsOnDatabase implements ClientRule {
    private static final String WHOLE_HEALTH = ".*/actuator/health/?";

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.PLATFORM;
    }

    @Override
    public Verdict judge(Client client) {
        var workload = Pods.of(client);
        if (workload.isEmpty() || client.application().framework() != Framework.SPRING_BOOT) {
            return Verdict.notApplicable("no Spring Boot application on Kubernetes");
        }
        return Rule.given(
                client.get(SpringKeys.HEALTH_DB_ENABLED),
                asksDatabase -> asksDatabase.value() ? Verdict.of(findings(client, workload)) : Verdict.PASS);
    }

    private List<Finding> findings(Client client, Optional<Workload> workload) {
        return workload.stream()
                .flatMap(runs -> Pods.probes(runs, HealthProbe.Kind.LIVENESS))
                .filter(probe -> probe.how() == HealthProbe.How.HTTP
                        && probe.what().isResolved()
                        && probe.what().text().matches(WHOLE_HEALTH))
                .map(probe -> applicationFinding(
                        client,
                        "the liveness probe asks for the whole health, which includes the database",
                        "When the database is away for half a minute, Kubernetes restarts every pod at once. All of"
                                + " them connect again at the same time, and a blip becomes an outage.",
                        new Edit.Replace(
                                probe.what().origin(),
                                "path",
                                probe.what().text().replaceFirst("/$", "") + "/liveness"),
                        new Evidence(
                                "livenessProbe.httpGet.path",
                                probe.what().shown(),
                                probe.what().origin())))
                .toList();
    }
}
