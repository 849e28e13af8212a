package dev.tautline.store.checkout;

import dev.tautline.store.order.Order;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The orders that this instance has shown lately, for the time when the database cannot say how they stand. Bounded;
/// thread-safe.
@Component
class LastKnown {
    private static final int MOST = 2000;

    private final InstantSource clock;
    private final Map<String, Seen> orders = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > MOST;
        }
    };

    record Seen(Order order, Instant at) {}

    LastKnown(InstantSource clock) {
        this.clock = clock;
    }

    void remember(Order order) {
        synchronized (orders) {
            orders.put(order.token(), new Seen(order, clock.instant()));
        }
    }

    Optional<Seen> byToken(String token) {
        synchronized (orders) {
            return Optional.ofNullable(orders.get(token));
        }
    }
}
