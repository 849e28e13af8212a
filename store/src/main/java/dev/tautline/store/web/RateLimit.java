package dev.tautline.store.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// Lets each caller do something a number of times within a span, and refuses what is more. In the memory of this
/// instance: behind a balancer the limit is that many times per instance. Bounded; thread-safe.
public final class RateLimit {
    private static final int MOST_CALLERS = 20_000;

    private final int most;
    private final Duration span;
    private final InstantSource clock;
    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    private record Window(long startMillis, int count) {}

    public RateLimit(int most, Duration span, InstantSource clock) {
        this.most = most;
        this.span = span;
        this.clock = clock;
    }

    /// Counts one attempt.
    ///
    /// @throws TooOften when there were too many in this span
    public void take(String caller) {
        var now = clock.millis();
        synchronized (windows) {
            var known = windows.get(caller);
            var window = known == null || now - known.startMillis() >= span.toMillis() ? new Window(now, 0) : known;
            if (window.count() >= most) {
                var left = span.toMillis() - (now - window.startMillis());
                throw new TooOften(Math.max(1, Math.ceilDiv(left, 1000)));
            }
            windows.put(caller, new Window(window.startMillis(), window.count() + 1));
        }
    }
}
