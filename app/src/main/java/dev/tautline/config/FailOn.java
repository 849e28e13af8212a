package dev.tautline.config;

import dev.tautline.finding.Report;
import dev.tautline.finding.Severity;
import java.util.Locale;

/// From which severity on a review exits with 1.
public enum FailOn {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW,
    /// For a step that only writes a report.
    NEVER;

    public boolean isReachedBy(Report report) {
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
        return name().toLowerCase(Locale.ROOT);
    }
}
