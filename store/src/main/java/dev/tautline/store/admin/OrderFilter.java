package dev.tautline.store.admin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which orders a list shows. The words are `orders.…` of the bundle; the condition is about the order `o` and its
/// payment `p`.
public enum OrderFilter {
    ALL("true"),
    TO_SHIP("o.state = 'CONFIRMED' AND o.shipped_at IS NULL AND p.state <> 'REFUNDED'"),
    SHIPPED("o.shipped_at IS NOT NULL"),
    WAITING("o.state = 'PENDING_PAYMENT'"),
    STUCK("p.state IN ('NEW', 'AUTHORISING', 'AUTHORISED', 'CAPTURING', 'UNKNOWN')"
            + " AND p.created_at < now() - interval '2 minutes'"),
    REFUNDED("p.refunded_minor > 0"),
    CANCELLED("o.state IN ('CANCELLED', 'REJECTED')");

    private final String condition;

    OrderFilter(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    /// As in addresses: `to-ship`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<OrderFilter> byKey(String key) {
        return Arrays.stream(values())
                .filter(filter -> filter.key().equals(key))
                .findFirst();
    }
}
