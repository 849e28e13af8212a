package dev.tautline.finding;

import dev.tautline.settings.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The outcome of a review: findings worst first, what could not be decided and why, what could not be read or used,
/// the findings that somebody decided to live with, and notes: what is no longer needed and may be taken away.
public record Report(
        List<Finding> findings,
        List<Open> open,
        List<Problem> problems,
        List<Suppressed> suppressed,
        List<Problem> notes) {
    /// One rule that could not judge one subject.
    public record Open(String rule, String subject, String why) {}

    /// One reason for which rules could not judge something.
    public record Reason(String why, Set<String> rules, Set<String> subjects) {}

    public Report {
        findings = List.copyOf(findings);
        open = List.copyOf(open);
        problems = List.copyOf(problems);
        suppressed = List.copyOf(suppressed);
        notes = List.copyOf(notes);
    }

    /// A report in which nothing is suppressed.
    public Report(List<Finding> findings, List<Open> open, List<Problem> problems) {
        this(findings, open, problems, List.of(), List.of());
    }

    /// What could not be decided, each reason once, in the order found.
    public List<Reason> reasons() {
        var byWhy = new LinkedHashMap<String, Reason>();
        for (var one : open) {
            var reason = byWhy.computeIfAbsent(one.why(), why -> new Reason(why, new TreeSet<>(), new TreeSet<>()));
            reason.rules().add(one.rule());
            reason.subjects().add(one.subject());
        }
        return List.copyOf(byWhy.values());
    }

    public Optional<Severity> worst() {
        return findings.stream().map(Finding::severity).min(Severity::compareTo);
    }

    /// Whether a finding is at least as bad as `limit`.
    public boolean reaches(Severity limit) {
        return worst().map(severity -> severity.compareTo(limit) <= 0).orElse(false);
    }
}
