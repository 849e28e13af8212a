package dev.tautline.check.policy;

import dev.tautline.finding.Finding;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/// What makes a finding the same one after lines have moved: its rule, its file and the key that it points at. Holds no
/// value, so no secret.
public record Fingerprint(String rule, String path, String key) implements Comparable<Fingerprint> {
    private static final Comparator<Fingerprint> ORDER = Comparator.comparing(Fingerprint::path)
            .thenComparing(Fingerprint::rule)
            .thenComparing(Fingerprint::key);

    /// The finding's, with its path below `base`; empty when it is in no file.
    public static Optional<Fingerprint> of(Finding finding, Path base) {
        return finding.at()
                .place()
                .map(place -> new Fingerprint(finding.rule(), Paths.written(base, place.file()), place.key()));
    }

    @Override
    public int compareTo(Fingerprint other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return rule + " at " + path + (key.isEmpty() ? "" : " " + key);
    }
}
