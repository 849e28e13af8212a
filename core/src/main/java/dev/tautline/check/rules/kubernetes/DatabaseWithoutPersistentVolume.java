package dev.tautline.check.rules.kubernetes;

import dev.tautline.check.WorkloadRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Container;
import dev.tautline.link.Mount;
import dev.tautline.link.Stage;
import dev.tautline.link.Workload;

/// A database that keeps its data in the container.
public final class DatabaseWithoutPersistentVolume implements WorkloadRule {
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
        if (image.isEmpty()) {
            return Verdict.notApplicable("no database on Kubernetes");
        }
        var container = image.get().container();
        var lasts = container.mounts().stream()
                .anyMatch(mount -> mount.kind() == Mount.Kind.VOLUME || mount.kind() == Mount.Kind.HOST_FOLDER);
        return lasts ? Verdict.PASS : Verdict.violation(finding(workload, container));
    }

    private Finding finding(Workload workload, Container container) {
        var temporary = container.mounts().stream()
                .filter(mount -> mount.kind() == Mount.Kind.TEMPORARY)
                .findFirst()
                .map(mount -> new Evidence("emptyDir", mount.path(), mount.origin()));
        var name = new Evidence("container", container.name(), container.origin());
        var found = finding(
                workload,
                "the database of " + workload.label() + " is kept in the container",
                "All data is gone when the pod is replaced: with the next release, when a node is drained or runs out of"
                        + " memory.",
                new Edit.Decide(
                        temporary.orElse(name).origin(),
                        "mount a PersistentVolumeClaim at the data folder, best as a StatefulSet's volumeClaimTemplate"),
                temporary.orElse(name));
        // Where nothing says production, such a pod was mostly made to try something out.
        return workload.stage() == Stage.PRODUCTION ? found : found.withSeverity(Severity.MEDIUM);
    }
}
