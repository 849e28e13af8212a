package dev.tautline.watch;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How many connections of each pool stay out while others come back. What leaks shows there before the pool is empty;
/// where nothing comes back at all, whatever is out may only be late. Not thread-safe: the watch's own thread uses it.
final class KeptBack {
    private static final int SECONDS = 10;

    /// What was seen longer ago says nothing of who has the connections now.
    private static final long KEPT_SECONDS = 120;

    private final Map<String, Deque<Seen>> ofPools = new HashMap<>();

    private record Seen(Instant at, double out) {}

    /// Takes in what the agent says now.
    ///
    /// @param active connections that are lent
    /// @param accountedFor connections that the returned borrows kept busy; null when none was returned
    /// @return connections that stayed out; 0 until enough was seen
    double of(String pool, Instant at, int active, @Nullable Double accountedFor) {
        var seen = ofPools.computeIfAbsent(pool, key -> new ArrayDeque<>());
        if (accountedFor != null && (seen.isEmpty() || at.isAfter(seen.getLast().at()))) {
            seen.addLast(new Seen(at, Math.max(0, active - accountedFor)));
        }
        while (!seen.isEmpty()
                && (seen.size() > SECONDS || seen.getFirst().at().isBefore(at.minusSeconds(KEPT_SECONDS)))) {
            seen.removeFirst();
        }
        return seen.size() < SECONDS
                ? 0
                : seen.stream().mapToDouble(Seen::out).min().orElse(0);
    }

    /// A pool of a process that was started anew has lent nothing yet.
    void forget(String instance) {
        ofPools.keySet().removeIf(pool -> pool.startsWith(instance + "/"));
    }
}
