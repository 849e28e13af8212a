package dev.tautline.scoring;

import java.time.Instant;
import java.util.Set;

/// One fault, injected once.
///
/// @param fault its id in the scenarios
/// @param seed of onset, order and noise
/// @param begun when its injection began: no page from here on is a false one, though it come before the onset
/// @param onset when it was in force, from which times count
/// @param healed when it was healed again
/// @param causes any of these names it; empty when it is none of the database, so that each page is a false one
public record Trial(String fault, long seed, Instant begun, Instant onset, Instant healed, Set<String> causes) {
    public Trial {
        causes = Set.copyOf(causes);
        if (onset.isBefore(begun) || healed.isBefore(onset)) {
            throw new IllegalArgumentException(
                    "begun %s, onset %s, healed %s: not in order".formatted(begun, onset, healed));
        }
    }

    /// Whether a page is called for.
    public boolean isFault() {
        return !causes.isEmpty();
    }
}
