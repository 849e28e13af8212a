package dev.tautline.check.rules.kubernetes;

import dev.tautline.check.WorkloadRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Mount;
import dev.tautline.link.StoredValues;
import dev.tautline.link.Workload;

/// A Secret mounted as a single file is never refreshed.
public final class SecretMountedBySubPath implements WorkloadRule {
    @Override
    public Severity severity() {
        return Severity.LOW;
    }

    @Override
    public Owner owner() {
        return Owner.PLATFORM;
    }

    @Override
    public Verdict judge(Workload workload) {
        return Pods.runs(workload)
                ? Verdict.of(workload.containers().stream()
                        .flatMap(container -> container.mounts().stream())
                        .filter(mount -> mount.isSubPath()
                                && mount.reference()
                                        .filter(from -> from.kind() == StoredValues.Kind.SECRET)
                                        .isPresent())
                        .map(mount -> finding(workload, mount))
                        .toList())
                : Verdict.notApplicable("not on Kubernetes");
    }

    private Finding finding(Workload workload, Mount mount) {
        return finding(
                workload,
                "the Secret at " + mount.path() + " is mounted by subPath",
                "After the password is changed, the pod keeps the old file until it is restarted; at the next log-in of its"
                        + " pool it is locked out.",
                new Edit.Decide(mount.origin(), "mount the whole volume as a folder"),
                new Evidence("mountPath", mount.path(), mount.origin()));
    }
}
