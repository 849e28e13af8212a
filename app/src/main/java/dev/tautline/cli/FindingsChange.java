package dev.tautline.cli;

import dev.tautline.check.policy.Fingerprint;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Suppressed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The findings of the check that one side has and the other has not. What a side suppresses is there all the same, so
/// a new suppression mends nothing.
record FindingsChange(List<Finding> fresh, List<Finding> mended) {
    static FindingsChange between(DiffSide before, DiffSide after) {
        return new FindingsChange(
                only(after.report().findings(), after, before),
                only(before.report().findings(), before, after));
    }

    private static List<Finding> only(Collection<Finding> findings, DiffSide here, DiffSide there) {
        var known = new TreeMap<Fingerprint, Integer>();
        all(there)
                .forEach(finding -> Fingerprint.of(finding, there.tree().folder())
                        .ifPresent(fingerprint -> known.merge(fingerprint, 1, Integer::sum)));
        var only = new ArrayList<Finding>();
        for (var finding : findings) {
            var fingerprint = Fingerprint.of(finding, here.tree().folder());
            if (fingerprint.map(one -> known.merge(one, -1, Integer::sum) < 0).orElse(false)) {
                only.add(finding);
            }
        }
        return List.copyOf(only);
    }

    private static Stream<Finding> all(DiffSide side) {
        return Stream.concat(
                side.report().findings().stream(),
                side.report().suppressed().stream().map(Suppressed::finding));
    }
}
