package dev.tautline.check.rules.leftovers;

import dev.tautline.check.WorkloadRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.DatabaseImage;
import dev.tautline.link.Mount;
import dev.tautline.link.Stage;
import dev.tautline.link.Workload;
import dev.tautline.settings.Written;

/// A database that keeps its data, run by whatever version is the newest.
public final class DatabaseImageWithoutVersion implements WorkloadRule {
    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.DATABASE;
    }

    @Override
    public Verdict judge(Workload workload) {
        return DatabaseImage.of(workload)
                .map(image -> image.container()
                        .image()
                        .filter(written -> isFloating(image, written))
                        .map(written -> Verdict.violation(finding(workload, image, written)))
                        .orElse(Verdict.PASS))
                .orElse(Verdict.notApplicable("no database"));
    }

    /// Without a volume every start is a new database, and any version will do. A digest is exact.
    private static boolean isFloating(DatabaseImage image, Written written) {
        var isLatest = image.container().imageTag().map("latest"::equals).orElse(true);
        var isKept = image.container().mounts().stream()
                .anyMatch(mount -> mount.path().startsWith("/var/lib/") && mount.kind() != Mount.Kind.TEMPORARY);
        return isLatest && isKept && !written.text().contains("@");
    }

    private Finding finding(Workload workload, DatabaseImage image, Written written) {
        var found = finding(
                workload,
                "the image " + written.text() + " names no version",
                "One day a pull brings the next major version, which does not start on the old version's data; and no two"
                        + " machines are sure to run the same.",
                new Edit.Decide(
                        written.origin(),
                        "name the version that runs today, such as "
                                + image.container().imageName().orElse("postgres") + ":"
                                + image.product().newest().numbers().getFirst()),
                new Evidence("image", written.text(), written.origin()));
        return workload.stage() == Stage.LOCAL ? found.withSeverity(Severity.LOW) : found;
    }
}
