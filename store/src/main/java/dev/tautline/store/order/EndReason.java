package dev.tautline.store.order;

import java.util.Arrays;

/// Why an order came to nothing. The words are `reason.…` of the bundle.
public enum EndReason {
    DECLINED,
    WITHDRAWN,
    TOO_LATE,
    QUOTE_LAPSED,
    NO_LONGER_SOLD,
    SOLD_MEANWHILE,
    /// Received while the database was away, and its promotion code was used up or had been ended before.
    PROMO_GONE,
    /// Somebody of the shop took it back.
    BY_SHOP,
    /// What an older shop wrote down in its own words.
    OTHER;

    static EndReason byName(String name) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .orElse(OTHER);
    }
}
