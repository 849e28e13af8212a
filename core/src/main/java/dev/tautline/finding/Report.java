package dev.tautline.finding;

import dev.tautline.settings.Problem;
import java.util.List;
import java.util.Optional;

/// The outcome of a review: findings worst first, what could not be decided and why, and what could not be read.
public record Report(List<Finding> findings, List<Open> open, List<Problem> problems) {
    /// One rule that could not judge one subject.
    public record Open(String rule, String subject, String why) {}

    public Report {
        findings = List.copyOf(findings);
        open = List.copyOf(open);
        problems = List.copyOf(problems);
    }

    public Optional<Severity> worst() {
        return findings.stream().map(Finding::severity).min(Severity::compareTo);
    }

    /// Whether a finding is at least as bad as `limit`.
    public boolean reaches(Severity limit) {
        return worst().map(severity -> severity.compareTo(limit) <= 0).orElse(false);
    }
}
