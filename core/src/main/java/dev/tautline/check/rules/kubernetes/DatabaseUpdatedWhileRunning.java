package dev.tautline.check.rules.kubernetes;

import dev.tautline.check.Rule;
import dev.tautline.check.WorkloadRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Container;
import dev.tautline.link.Mount;
import dev.tautline.link.Workload;
import dev.tautline.settings.KubernetesKeys;
import dev.tautline.settings.Setting;

/// A Deployment that starts a second database on the same volume before it stops the first.
public final class DatabaseUpdatedWhileRunning implements WorkloadRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Workload workload) {
        var image = Pods.database(workload);
        if (image.isEmpty()
                || workload.kind() != Workload.Kind.DEPLOYMENT
                || !hasVolume(image.get().container())) {
            return Verdict.notApplicable("no database with a volume in a Deployment");
        }
        return Rule.given(
                workload.get(KubernetesKeys.STRATEGY_TYPE),
                strategy -> strategy.value().equals("RollingUpdate")
                                && workload.instances().surge() > 0
                        ? Verdict.violation(finding(workload, image.get().container(), strategy))
                        : Verdict.PASS);
    }

    private static boolean hasVolume(Container container) {
        return container.mounts().stream().anyMatch(mount -> mount.kind() == Mount.Kind.VOLUME);
    }

    private Finding finding(Workload workload, Container container, Setting.Known<String> strategy) {
        var volume = container.mounts().stream()
                .filter(mount -> mount.kind() == Mount.Kind.VOLUME)
                .findFirst()
                .orElseThrow();
        return finding(
                workload,
                "an update starts a second database on the volume of " + workload.label()
                        + " before the first is stopped",
                "The new pod waits for a volume that the old one holds, and the roll-out hangs; on the same node both open"
                        + " the files at once, and the data is damaged.",
                new Edit.Add(workload.origin(), "spec.strategy.type", "Recreate"),
                new Evidence("volume", volume.path(), volume.origin()),
                Evidence.of(strategy));
    }
}
