package dev.tautline.check.policy;

import dev.tautline.finding.Finding;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The findings that were there before the check was, with how often each: one more of a kind is new. Paths are below
/// the folder of `file`.
public record Baseline(Path file, SortedMap<Fingerprint, Integer> counts) {
    public Baseline {
        counts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /// What a baseline of these findings holds. A finding that is in no file cannot be in it.
    public static Baseline of(Path file, Collection<Finding> findings) {
        var counts = new TreeMap<Fingerprint, Integer>();
        findings.forEach(finding ->
                fingerprint(file, finding).ifPresent(fingerprint -> counts.merge(fingerprint, 1, Integer::sum)));
        return new Baseline(file, counts);
    }

    Optional<Fingerprint> fingerprint(Finding finding) {
        return fingerprint(file, finding);
    }

    private static Optional<Fingerprint> fingerprint(Path file, Finding finding) {
        var folder = Optional.ofNullable(file.toAbsolutePath().normalize().getParent());
        return folder.flatMap(base -> Fingerprint.of(finding, base));
    }
}
