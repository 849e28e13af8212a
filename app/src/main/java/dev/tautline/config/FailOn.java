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
        return report.worst().map(this::isReachedBy).orElse(false);
    }

    public boolean isReachedBy(Severity severity) {
        return switch (severity) {
            case CRITICAL -> this != NEVER;
            case HIGH -> this == HIGH || this == MEDIUM || this == LOW;
            case MEDIUM -> this == MEDIUM || this == LOW;
            case LOW -> this == LOW;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
