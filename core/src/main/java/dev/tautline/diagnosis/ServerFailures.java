package dev.tautline.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Statements that failed lately, as the server's own log tells: of everybody but the guard, also of clients without an
/// agent.
///
/// @param windowSeconds the time in which they were counted; at least 0
/// @param failed the most frequent first
public record ServerFailures(double windowSeconds, List<Failed> failed) {
    public ServerFailures {
        failed = failed.stream()
                .sorted(Comparator.comparingInt(Failed::times).reversed().thenComparing(Failed::state))
                .toList();
    }

    /// What failed and how often; a part that the log does not tell is empty.
    ///
    /// @param state its SQLSTATE, or `other`
    /// @param times at least so many: of a log that grows too fast a part is passed over
    public record Failed(String state, String role, String database, int times) {
        @Override
        public String toString() {
            return times + " with " + state + (role.isEmpty() ? "" : " of role " + role)
                    + (database.isEmpty() ? "" : " in " + database);
        }
    }

    /// How many failed with such a SQLSTATE.
    public int with(Predicate<String> state) {
        return failed.stream()
                .filter(one -> state.test(one.state()))
                .mapToInt(Failed::times)
                .sum();
    }

    /// For people: `statements failed in 10 s: 14 with 42501 of role shop`.
    public String describe(Predicate<String> state) {
        return failed.stream()
                .filter(one -> state.test(one.state()))
                .limit(3)
                .map(Failed::toString)
                .collect(Collectors.joining(", ", "statements failed in %.0f s: ".formatted(windowSeconds), ""));
    }
}
