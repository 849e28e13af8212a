package dev.tautline.alert.quiet;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// A person's word that nobody is to be told of what matches, from `from` on and before `until`.
///
/// @param matchers all must match; at least one
public record Silence(String id, List<Matcher> matchers, Instant from, Instant until, String by, String why) {
    public Silence {
        matchers = List.copyOf(matchers);
    }

    public boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    boolean hushes(Labels labels, Instant at) {
        return holds(at) && matchers.stream().allMatch(matcher -> matcher.matches(labels));
    }

    /// The matchers as they were written, with commas.
    public String what() {
        return matchers.stream().map(Matcher::toString).collect(Collectors.joining(", "));
    }
}
