package dev.tautline.diagnosis;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a pool opens, and what goes wrong on the connections that it lends out, in the last few seconds.
///
/// @param connects connections opened; null when the agent does not tell
/// @param connectTime time to open one; null when none was opened
/// @param openedSecondsAgo age of the last second in which a connection was opened, when the agent reported;
///     null when none was in the last ten
/// @param connectsFailed attempts to open one that failed
/// @param statementsFailed calls on borrowed connections that ended in an error, by SQLSTATE
/// @param failedSecondsAgo by SQLSTATE of class 53 or 58 (what the server has run out of, or cannot get at), when a
///     call last failed with it; not older than ten minutes
/// @param keptBack connections that stayed out while others came back, beyond what the returned borrows account
///     for: the least of the last ten seconds in which any came back; 0 where that is not known
public record PoolDetails(
        @Nullable Reading connects,
        @Nullable Reading connectTime,
        @Nullable Double openedSecondsAgo,
        int connectsFailed,
        Map<String, Integer> statementsFailed,
        Map<String, Double> failedSecondsAgo,
        double keptBack) {
    public static final PoolDetails NONE = new PoolDetails(null, null, null, 0, Map.of(), Map.of(), 0);

    public PoolDetails {
        statementsFailed = Map.copyOf(statementsFailed);
        failedSecondsAgo = Map.copyOf(failedSecondsAgo);
    }

    /// Of a pool that remembers nothing.
    public PoolDetails(
            @Nullable Reading connects,
            @Nullable Reading connectTime,
            @Nullable Double openedSecondsAgo,
            int connectsFailed,
            Map<String, Integer> statementsFailed) {
        this(connects, connectTime, openedSecondsAgo, connectsFailed, statementsFailed, Map.of(), 0);
    }

    /// Calls that failed with one of these SQLSTATEs.
    public int failedWith(Set<String> states) {
        return failedWith(states::contains);
    }

    /// Calls that failed with such a SQLSTATE.
    public int failedWith(Predicate<String> state) {
        return statementsFailed.entrySet().stream()
                .filter(entry -> state.test(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
