package dev.tautline.watch;

import dev.tautline.agent.AgentReport.PoolSecond;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// When calls of each pool last failed because the server had run out of something: a server that ends of it cannot say
/// so again. Times are the agent's own. Not thread-safe: the watch's own thread uses it.
final class LastErrors {
    /// Insufficient resources, system error (PostgreSQL manual 18, appendix A).
    private static final List<String> CLASSES = List.of("53", "58");

    private static final long KEPT_SECONDS = 600;

    private final Map<String, TreeMap<String, Long>> ofPools = new HashMap<>();

    /// Takes in what the agent says now.
    ///
    /// @return by SQLSTATE, how many seconds ago
    Map<String, Double> of(String pool, List<PoolSecond> seconds, Instant at) {
        var last = ofPools.computeIfAbsent(pool, key -> new TreeMap<>());
        for (var second : seconds) {
            for (var state : second.statementsFailed().keySet()) {
                if (CLASSES.stream().anyMatch(state::startsWith)) {
                    last.merge(state, second.epochSecond(), Math::max);
                }
            }
        }
        last.values().removeIf(second -> second < at.getEpochSecond() - KEPT_SECONDS);
        var ago = new TreeMap<String, Double>();
        last.forEach((state, second) -> ago.put(state, (double) Math.max(0, at.getEpochSecond() - second)));
        return ago;
    }
}
