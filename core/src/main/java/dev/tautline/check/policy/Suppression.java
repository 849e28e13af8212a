package dev.tautline.check.policy;

import dev.tautline.finding.Finding;
import dev.tautline.finding.Report;
import dev.tautline.finding.Suppressed;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Sets suppressed findings apart, once: by a comment, else by the list, else by the baseline. What suppresses nothing
/// becomes a note. One instance serves one report.
final class Suppression {
    private final Policy policy;
    private final SuppressionComments comments;
    private final LocalDate today;
    private final Set<Object> used = new LinkedHashSet<>();
    private final Map<Fingerprint, Integer> old = new HashMap<>();

    Suppression(Policy policy, SuppressionComments comments, LocalDate today) {
        this.policy = policy;
        this.comments = comments;
        this.today = today;
        policy.baseline().ifPresent(baseline -> old.putAll(baseline.counts()));
    }

    Report applyTo(Report report) {
        var findings = new ArrayList<Finding>();
        var suppressed = new ArrayList<Suppressed>();
        report.findings()
                .forEach(finding -> suppressed(finding).ifPresentOrElse(suppressed::add, () -> findings.add(finding)));
        var problems = new ArrayList<>(report.problems());
        problems.addAll(comments.problems());
        return new Report(findings, report.open(), problems, suppressed, notes());
    }

    private Optional<Suppressed> suppressed(Finding finding) {
        return inline(finding).or(() -> ignored(finding)).or(() -> inBaseline(finding));
    }

    private Optional<Suppressed> inline(Finding finding) {
        var covering = comments.found().stream()
                .filter(comment -> comment.covers(finding))
                .toList();
        used.addAll(covering);
        return covering.stream()
                .findFirst()
                .map(comment -> new Suppressed(finding, Suppressed.Kind.INLINE, comment.reason()));
    }

    private Optional<Suppressed> ignored(Finding finding) {
        var covering = policy.ignores().stream()
                .filter(ignore -> !ignore.isOver(today) && ignore.covers(finding))
                .toList();
        used.addAll(covering);
        return covering.stream()
                .findFirst()
                .map(ignore -> new Suppressed(finding, Suppressed.Kind.IGNORED, ignore.reason()));
    }

    private Optional<Suppressed> inBaseline(Finding finding) {
        return policy.baseline()
                .flatMap(baseline -> baseline.fingerprint(finding))
                .filter(fingerprint -> old.getOrDefault(fingerprint, 0) > 0)
                .map(fingerprint -> {
                    old.merge(fingerprint, -1, Integer::sum);
                    return new Suppressed(finding, Suppressed.Kind.BASELINE, "in the baseline");
                });
    }

    private List<Problem> notes() {
        var notes = new ArrayList<Problem>();
        comments.found().stream()
                .filter(comment -> !used.contains(comment))
                .forEach(comment -> notes.add(new Problem(
                        comment.at(), "suppresses nothing: " + comment.rule() + " finds nothing there; take it away")));
        policy.ignores().stream().filter(ignore -> !used.contains(ignore)).forEach(ignore -> notes.add(note(ignore)));
        policy.baseline().ifPresent(baseline -> mended(baseline).forEach(notes::add));
        return notes;
    }

    private Problem note(Ignore ignore) {
        return ignore.isOver(today)
                ? new Problem(ignore.origin(), "ended on " + ignore.until().orElseThrow() + ": " + ignore.rule())
                : new Problem(
                        ignore.origin(), "ignores nothing: no finding of " + ignore.rule() + " in " + ignore.glob());
    }

    private List<Problem> mended(Baseline baseline) {
        var at = new Origin.InFile(baseline.file(), 1, 1, "");
        return baseline.counts().keySet().stream()
                .filter(fingerprint -> old.getOrDefault(fingerprint, 0) > 0)
                .map(fingerprint -> new Problem(
                        at, "mended, remove it (or --write-baseline): " + old.get(fingerprint) + " × " + fingerprint))
                .toList();
    }
}
