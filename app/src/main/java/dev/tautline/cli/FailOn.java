package dev.tautline.cli;

import dev.tautline.finding.Report;
import dev.tautline.finding.Severity;

/// From which severity on a review exits with [ExitCode#FINDINGS].
enum FailOn {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW,
    /// For a step that only writes a report.
    NEVER;

    static FailOn of(Severity severity) {
        return switch (severity) {
            case CRITICAL -> CRITICAL;
            case HIGH -> HIGH;
            case MEDIUM -> MEDIUM;
            case LOW -> LOW;
        };
    }

    boolean isReachedBy(Report report) {
        return switch (this) {
            case CRITICAL -> report.reaches(Severity.CRITICAL);
            case HIGH -> report.reaches(Severity.HIGH);
            case MEDIUM -> report.reaches(Severity.MEDIUM);
            case LOW -> report.reaches(Severity.LOW);
            case NEVER -> false;
        };
    }

    @Override
    public String toString() {
        return Lowercase.of(this);
    }
}
