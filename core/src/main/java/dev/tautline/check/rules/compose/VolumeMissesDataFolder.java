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

/// A volume is mounted, but the data is in another folder.
public final class VolumeMissesDataFolder implements WorkloadRule {
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
            var meant = DataMounts.meantForData(image);
            if (meant.isEmpty() || image.dataFolder().isEmpty()) {
                return Verdict.notApplicable("no volume, or no version");
            }
            return image.dataMount().isPresent()
                    ? Verdict.PASS
                    : Verdict.violation(finding(workload, image, meant.get()));
        });
    }

    private Finding finding(Workload workload, DatabaseImage image, Mount mount) {
        var folder = image.dataFolder().orElseThrow();
        return finding(
                workload,
                ComposeDatabases.shown(image) + " keeps its data in " + folder + ", but the volume is at "
                        + mount.path(),
                mount.path().equals("/var/lib/postgresql/data") && image.hasVersionedFolder()
                        ? "The container does not start: images of PostgreSQL 18 and later refuse a mount at"
                                + " /var/lib/postgresql/data."
                        : "The data lands in a volume without a name, which the next container does not get: after the next"
                                + " 'down' and 'up' the database is empty.",
                new Edit.Replace(mount.origin(), "volumes", DataMounts.toMount(image)),
                new Evidence("volume", mount.path(), mount.origin()),
                new Evidence("image", ComposeDatabases.shown(image), ComposeDatabases.at(image)));
    }
}
