package dev.tautline.scoring;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// One fault, injected once.
///
/// @param fault its id in the scenarios
/// @param seed of onset, order and noise
/// @param begun when its injection began: no page from here on is a false one, though it come before the onset
/// @param onset when it was in force, from which times count
/// @param healed when it was healed again
/// @param causes any of these names it; empty when it is none of the database, so that each page is a false one
/// @param foreseeable a watcher is expected to warn of it before anybody is hurt
/// @param felt when the first one was hurt after the onset; empty when nobody was until it had been named or healed
public record Trial(
        String fault,
        long seed,
        Instant begun,
        Instant onset,
        Instant healed,
        Set<String> causes,
        boolean foreseeable,
        Optional<Instant> felt) {
    public Trial {
        causes = Set.copyOf(causes);
        if (onset.isBefore(begun) || healed.isBefore(onset)) {
            throw new IllegalArgumentException(
                    "begun %s, onset %s, healed %s: not in order".formatted(begun, onset, healed));
        }
    }

    /// Who slept through it missed it.
    public boolean callsForPage() {
        return foreseeable || felt.isPresent();
    }

    /// Whether a page is no false one.
    public boolean isFault() {
        return !causes.isEmpty();
    }
}
