package dev.tautline.check.rules.kubernetes;

import dev.tautline.check.WorkloadRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.DatabaseImage;
import dev.tautline.link.Workload;
import java.util.regex.Pattern;

/// Several pods of one Deployment that each are a database of their own.
public final class DatabaseReplicatedWithoutReplication implements WorkloadRule {
    private static final Pattern REPLICATION = Pattern.compile("(?i).*(REPLICA|REPMGR|PATRONI|GALERA|WSREP|CLUSTER).*");

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Workload workload) {
        var image = Pods.database(workload);
        if (image.isEmpty() || workload.kind() != Workload.Kind.DEPLOYMENT) {
            return Verdict.notApplicable("no database in a Deployment");
        }
        var copies = workload.instances().most();
        if (copies.isEmpty()) {
            return Verdict.undecided("the number of pods of " + workload.label() + " is not known");
        }
        var replicates = image.get().maker() == DatabaseImage.Maker.BITNAMI_POSTGRESQL
                || image.get().hasInitScripts()
                || image.get().container().environment().stream()
                        .anyMatch(
                                variable -> REPLICATION.matcher(variable.name()).matches());
        return copies.get() < 2 || replicates
                ? Verdict.PASS
                : Verdict.violation(finding(
                        workload,
                        copies.get() + " pods of " + workload.label()
                                + " are a database each, and nothing copies between them",
                        "Every connection reaches another database: orders vanish and come back from one click to the next;"
                                + " on one shared volume, the second server destroys the files of the first.",
                        new Edit.Replace(Pods.copies(workload).origin(), "replicas", "1"),
                        Pods.copies(workload)));
    }
}
