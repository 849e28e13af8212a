package dev.tautline.check.rules.kubernetes;

import dev.tautline.check.Rule;
import dev.tautline.check.ServerRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Server;
import dev.tautline.link.Stage;
import dev.tautline.settings.CloudNativePgKeys;

/// A cluster of an operator's, in production, that has nothing to fail over to.
public final class ProductionClusterWithOneInstance implements ServerRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Server server) {
        if (server.stage() != Stage.PRODUCTION || !isOperated(server)) {
            return Verdict.notApplicable("no cluster of CloudNativePG's that is said to serve production");
        }
        return Rule.given(
                server.get(CloudNativePgKeys.INSTANCES),
                instances -> instances.value() > 1
                        ? Verdict.PASS
                        : Verdict.violation(finding(
                                server,
                                "the cluster " + server.name() + " has one instance",
                                "When its node is drained, updated or lost, the database is away until the pod runs elsewhere"
                                        + " with its volume: minutes, or as long as the zone is away.",
                                new Edit.Decide(
                                        instances.isChosen() ? instances.origin() : server.origin(),
                                        "set instances to 3"),
                                instances.isChosen()
                                        ? Evidence.of(instances)
                                        : new Evidence("instances", "1, by default", server.origin()))));
    }

    /// Only the reader of such clusters writes these settings.
    private static boolean isOperated(Server server) {
        return server.settings().written().stream()
                .anyMatch(setting -> CloudNativePgKeys.VOCABULARY.keys().contains(setting.key()));
    }
}
