package dev.tautline.check.rules.kubernetes;

import dev.tautline.check.WorkloadRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Workload;
import dev.tautline.settings.KubernetesKeys;
import java.util.Optional;

/// A database that may use less than half a processor.
public final class CpuLimitStarvesDatabase implements WorkloadRule {
    private static final int MILLIS_IN_CORE = 1000;
    private static final int LEAST_MILLIS = 500;

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
        var image = Pods.database(workload);
        if (image.isEmpty()) {
            return Verdict.notApplicable("no database on Kubernetes");
        }
        return image.get()
                .container()
                .get(KubernetesKeys.RESOURCES_LIMITS_CPU)
                .chosen()
                .filter(limit -> millis(limit.value())
                        .filter(millis -> millis < LEAST_MILLIS)
                        .isPresent())
                .map(limit -> Verdict.violation(finding(
                        workload,
                        "the database of " + workload.label() + " may use " + limit.value() + " of a processor",
                        "After a few milliseconds of work it is stopped until the next tenth of a second begins: every query"
                                + " takes many times as long, log-ins time out, and nothing shows as busy.",
                        new Edit.Decide(
                                limit.origin(), "remove the limit and keep a request, or allow a whole processor"),
                        Evidence.of(limit))))
                .orElse(Verdict.PASS);
    }

    /// `250m` and `0.25` are a quarter of a processor.
    private static Optional<Integer> millis(String text) {
        if (text.matches("\\d{1,7}m")) {
            return Optional.of(Integer.valueOf(text.replace("m", "")));
        }
        return text.matches("\\d{1,4}(\\.\\d{1,3})?")
                ? Optional.of((int) (Double.parseDouble(text) * MILLIS_IN_CORE))
                : Optional.empty();
    }
}
