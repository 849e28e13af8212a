package dev.tautline.diagnosis;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a pool opens, and what goes wrong on the connections that it lends out, in the last few seconds.
///
/// @param connects connections opened; null when the agent does not tell
/// @param connectTime time to open one; null when none was opened
/// @param openedSecondsAgo age of the last second in which a connection was opened, when the agent reported;
///     null when none was in the last ten
/// @param connectsFailed attempts to open one that failed
/// @param statementsFailed calls on borrowed connections that ended in an error, by SQLSTATE
public record PoolDetails(
        @Nullable Reading connects,
        @Nullable Reading connectTime,
        @Nullable Double openedSecondsAgo,
        int connectsFailed,
        Map<String, Integer> statementsFailed) {
    public static final PoolDetails NONE = new PoolDetails(null, null, null, 0, Map.of());

    public PoolDetails {
        statementsFailed = Map.copyOf(statementsFailed);
    }

    /// Calls that failed with one of these SQLSTATEs.
    public int failedWith(Set<String> states) {
        return statementsFailed.entrySet().stream()
                .filter(entry -> states.contains(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
