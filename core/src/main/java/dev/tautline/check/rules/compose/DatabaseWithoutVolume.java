package dev.tautline.check.rules.compose;

import dev.tautline.check.WorkloadRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.DatabaseImage;
import dev.tautline.link.Mount;
import dev.tautline.link.Workload;

/// A database whose data no volume with a name holds.
public final class DatabaseWithoutVolume implements WorkloadRule {
    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Owner owner() {
        return Owner.PLATFORM;
    }

    @Override
    public Verdict judge(Workload workload) {
        return ComposeDatabases.judge(workload, image -> {
            var isTried = DataMounts.meantForData(image).isPresent();
            var isKept = image.dataMount()
                    .map(mount -> mount.kind() != Mount.Kind.TEMPORARY)
                    .orElse(false);
            if (image.dataFolder().isEmpty() && isTried) {
                return Verdict.undecided("the tag of " + ComposeDatabases.shown(image)
                        + " does not tell the version, so the folder of the data is not known");
            }
            return isKept || isTried
                    ? Verdict.PASS
                    : Verdict.violation(ComposeDatabases.weighed(workload, finding(workload, image)));
        });
    }

    private Finding finding(Workload workload, DatabaseImage image) {
        var volume = workload.name() + "-data:" + DataMounts.toMount(image);
        return finding(
                workload,
                "no volume holds the data of " + ComposeDatabases.shown(image),
                "The data is gone with the container: 'docker compose down', a new host or a new task of the"
                        + " service starts with an empty database.",
                new Edit.Add(image.container().origin(), "volumes", "[\"" + volume + "\"]"),
                new Evidence("image", ComposeDatabases.shown(image), ComposeDatabases.at(image)));
    }
}
