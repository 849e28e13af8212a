package dev.tautline.check.rules.compose;

import dev.tautline.finding.Finding;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.DatabaseImage;
import dev.tautline.link.Stage;
import dev.tautline.link.Workload;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Written;
import java.util.function.Function;

/// The databases among the services of Compose files.
final class ComposeDatabases {
    private ComposeDatabases() {}

    static Verdict judge(Workload workload, Function<DatabaseImage, Verdict> judgement) {
        return workload.kind() == Workload.Kind.COMPOSE_SERVICE
                ? DatabaseImage.of(workload).map(judgement).orElse(Verdict.notApplicable("no database"))
                : Verdict.notApplicable("not of a Compose file");
    }

    /// What is lost on a developer's machine can be made again.
    static Finding weighed(Workload workload, Finding finding) {
        return workload.stage() == Stage.LOCAL ? finding.withSeverity(Severity.LOW) : finding;
    }

    static String shown(DatabaseImage image) {
        return image.container()
                .image()
                .map(Written::text)
                .orElse(image.product().title());
    }

    static Origin at(DatabaseImage image) {
        return image.container()
                .image()
                .map(Written::origin)
                .orElse(image.container().origin());
    }
}
