package dev.tautline.store.catalog;

import dev.tautline.store.pricing.Money;
import java.util.Arrays;
import java.util.Optional;

/// Ranges of prices to choose from, in cents: from the first inclusive to the second exclusive.
enum PriceBand {
    UNDER_20("under-20", 0, 2_000),
    FROM_20("20-50", 2_000, 5_000),
    FROM_50("50-100", 5_000, 10_000),
    FROM_100("over-100", 10_000, Long.MAX_VALUE);

    private final String key;
    private final long from;
    private final long to;

    PriceBand(String key, long from, long to) {
        this.key = key;
        this.from = from;
        this.to = to;
    }

    static Optional<PriceBand> byKey(String key) {
        return Arrays.stream(values()).filter(band -> band.key.equals(key)).findFirst();
    }

    public String key() {
        return key;
    }

    boolean holds(Money price) {
        return price.minor() >= from && price.minor() < to;
    }
}
