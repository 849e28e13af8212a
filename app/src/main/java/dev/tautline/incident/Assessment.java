package dev.tautline.incident;

import dev.tautline.diagnosis.Symptom;
import dev.tautline.finding.Severity;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// How bad it is: by whom it hits, and where nobody counts that, by what is broken.
final class Assessment {
    /// Fewer requests say little: one of three is no third.
    private static final int ENOUGH_REQUESTS = 20;

    private static final double MANY = 0.1;
    private static final double SOME = 0.01;

    /// 2 % of a month's error budget in one incident: the fast burn of Google's SRE Workbook, chapter 5.
    private static final double FAST = 0.02;

    private Assessment() {}

    static Severity of(Impact impact, Collection<Symptom> symptoms, Duration lasting, @Nullable Objective objective) {
        boolean hard = symptoms.stream().anyMatch(symptom -> symptom.kind().hard());
        // More than chance takes away is missing, or it would be none.
        if (impact.shareOfOutcomes() >= MANY) {
            return Severity.CRITICAL;
        }
        if (impact.requests() == 0) {
            return hard ? Severity.HIGH : Severity.MEDIUM;
        }
        double hit = Math.max(impact.shareOfRequests(), impact.shareOfVisitors());
        if ((hit >= MANY && impact.requests() >= ENOUGH_REQUESTS) || burnsFast(impact, lasting, objective)) {
            return Severity.CRITICAL;
        }
        if (hit >= SOME) {
            return Severity.HIGH;
        }
        return hit > 0 || hard ? Severity.MEDIUM : Severity.LOW;
    }

    private static boolean burnsFast(Impact impact, Duration lasting, @Nullable Objective objective) {
        var rate = objective == null ? null : objective.burnRate(impact);
        return objective != null && rate != null && objective.spent(rate, lasting) >= FAST;
    }
}
