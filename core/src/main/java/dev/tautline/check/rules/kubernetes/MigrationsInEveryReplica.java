package dev.tautline.check.rules.kubernetes;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;

/// Several pods of one application all migrate the schema when they start.
public final class MigrationsInEveryReplica implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        var workload = Pods.of(client);
        if (workload.isEmpty() || workload.get().isJob() || !Migrations.runAtStart(client)) {
            return Verdict.notApplicable("no service on Kubernetes that migrates a schema");
        }
        var copies = workload.get().instances().most();
        if (copies.isEmpty()) {
            return Verdict.undecided("the number of pods of " + workload.get().label() + " is not known");
        }
        return copies.get() < 2
                ? Verdict.PASS
                : Verdict.violation(applicationFinding(
                        client,
                        "each of up to " + copies.get() + " pods migrates the schema when it starts",
                        "The first pod changes tables under the feet of those that still run the former version, the others"
                                + " wait for its lock, and a migration that fails takes every new pod down with it.",
                        new Edit.Decide(
                                Pods.copies(workload.get()).origin(),
                                "migrate in a Job or an init step before the roll-out, and switch it off in the pods"
                                        + " (spring.flyway.enabled or spring.liquibase.enabled: false)"),
                        Pods.copies(workload.get())));
    }
}
