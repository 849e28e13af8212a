package dev.tautline.scoring;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Times in order, and the quantiles of them. A time that never came counts as longer than all others: what was missed
/// must not make a watcher look quicker.
public record Times(List<Duration> known, int missing) {
    public Times {
        known = known.stream().sorted().toList();
    }

    static Times of(List<Optional<Duration>> times) {
        var known = times.stream().flatMap(Optional::stream).toList();
        return new Times(known, times.size() - known.size());
    }

    /// The nearest-rank quantile over known and missing ones; empty when it falls among the missing, or without any.
    ///
    /// @param share above 0, at most 1
    public Optional<Duration> quantile(double share) {
        if (share <= 0 || share > 1) {
            throw new IllegalArgumentException("a quantile lies above 0 and at most at 1, not at " + share);
        }
        int rank = (int) Math.ceil(share * (known.size() + missing));
        return rank >= 1 && rank <= known.size() ? Optional.of(known.get(rank - 1)) : Optional.empty();
    }
}
