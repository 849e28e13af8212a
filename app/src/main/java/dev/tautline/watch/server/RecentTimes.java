package dev.tautline.watch.server;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Counts things of the last seconds, by the monotonic clock. Not thread-safe.
final class RecentTimes<T> {
    private static final long WINDOW_NANOS = Duration.ofSeconds(10).toNanos();

    /// Whoever tries names by the thousand is one.
    private static final int MOST = 100;

    private record Look<T>(long nanos, Map<T, Integer> times) {}

    private final Deque<Look<T>> looks = new ArrayDeque<>();
    private final UnaryOperator<T> coarser;
    private final UnaryOperator<T> coarsest;
    private final long sinceNanos;

    /// @param coarser what stands for one of very many
    /// @param coarsest what stands for one where there are very many of those as well
    RecentTimes(UnaryOperator<T> coarser, UnaryOperator<T> coarsest, long nowNanos) {
        this.coarser = coarser;
        this.coarsest = coarsest;
        sinceNanos = nowNanos;
    }

    void begin(long nowNanos) {
        looks.addLast(new Look<>(nowNanos, new HashMap<>()));
        looks.removeIf(look -> nowNanos - look.nanos() > WINDOW_NANOS);
    }

    void add(T one) {
        var times = looks.getLast().times();
        var it = times.containsKey(one) || times.size() < MOST ? one : coarser.apply(one);
        times.merge(times.containsKey(it) || times.size() < 2 * MOST ? it : coarsest.apply(one), 1, Integer::sum);
    }

    double seconds(long nowNanos) {
        return Math.min(WINDOW_NANOS, nowNanos - sinceNanos) / 1e9;
    }

    Map<T, Integer> times() {
        var all = new HashMap<T, Integer>();
        looks.forEach(look -> look.times().forEach((one, times) -> all.merge(one, times, Integer::sum)));
        return all;
    }
}
