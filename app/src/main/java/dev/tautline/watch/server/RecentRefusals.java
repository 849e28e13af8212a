package dev.tautline.watch.server;

import dev.tautline.watch.server.log.RefusedLogin;
import dev.tautline.watch.server.log.RefusedLogins;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// Counts refused log-ins of the last seconds, by the monotonic clock. Not thread-safe.
final class RecentRefusals {
    private static final long WINDOW_NANOS = Duration.ofSeconds(10).toNanos();

    /// Whoever tries names by the thousand is one.
    private static final int MOST = 100;

    private record Look(long nanos, Map<RefusedLogin, Integer> times) {}

    private final Deque<Look> looks = new ArrayDeque<>();
    private final long sinceNanos;

    RecentRefusals(long nowNanos) {
        sinceNanos = nowNanos;
    }

    void begin(long nowNanos) {
        looks.addLast(new Look(nowNanos, new HashMap<>()));
        looks.removeIf(look -> nowNanos - look.nanos() > WINDOW_NANOS);
    }

    void add(RefusedLogin refused) {
        var times = looks.getLast().times();
        var whom = times.containsKey(refused) || times.size() < MOST
                ? refused
                : new RefusedLogin(refused.kind(), "", "", refused.address());
        if (times.containsKey(whom) || times.size() < 2 * MOST) {
            times.merge(whom, 1, Integer::sum);
        } else {
            times.merge(new RefusedLogin(refused.kind(), "", "", ""), 1, Integer::sum);
        }
    }

    RefusedLogins now(long nowNanos) {
        var all = new HashMap<RefusedLogin, Integer>();
        looks.forEach(look -> look.times().forEach((who, times) -> all.merge(who, times, Integer::sum)));
        return new RefusedLogins(Math.min(WINDOW_NANOS, nowNanos - sinceNanos) / 1e9, all);
    }
}
