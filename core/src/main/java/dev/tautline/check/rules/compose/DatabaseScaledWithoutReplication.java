package dev.tautline.check.rules.compose;

import dev.tautline.check.WorkloadRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.DatabaseImage;
import dev.tautline.link.Workload;
import dev.tautline.settings.Written;

/// Several copies of a database that know nothing of each other.
public final class DatabaseScaledWithoutReplication implements WorkloadRule {
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
        return ComposeDatabases.judge(workload, image -> {
            var most = workload.instances().most();
            if (most.isEmpty()) {
                return Verdict.undecided("how many copies of " + workload.name() + " run, no file says");
            }
            return most.get() <= 1 || mayReplicate(image)
                    ? Verdict.PASS
                    : Verdict.violation(finding(workload, image, most.get()));
        });
    }

    /// Bitnami's images replicate by variables; others by a command or scripts of somebody's own.
    private static boolean mayReplicate(DatabaseImage image) {
        return image.maker() == DatabaseImage.Maker.BITNAMI_POSTGRESQL
                || image.hasInitScripts()
                || image.container().command().stream()
                        .anyMatch(word -> word.text().contains("replication"));
    }

    private Finding finding(Workload workload, DatabaseImage image, int most) {
        var read = workload.instances().read().getFirst();
        return finding(
                workload,
                most + " copies of " + ComposeDatabases.shown(image) + ", and nothing that replicates between them",
                "Each connection lands on another database: orders that were written are missing in the next request."
                        + " Copies that share a volume destroy the data.",
                new Edit.Replace(read.origin(), "replicas", "1"),
                new Evidence("replicas", String.valueOf(most), read.origin()),
                new Evidence(
                        "image",
                        ComposeDatabases.shown(image),
                        image.container().image().map(Written::origin).orElse(read.origin())));
    }
}
