package dev.tautline.store.pricing;

import java.util.Arrays;
import java.util.Optional;

/// How goods travel, with the price table. The words are `shipping.…` of the bundle.
public enum Shipping {
    STANDARD(590, 12000),
    EXPRESS(1490, Long.MAX_VALUE),
    QUAYSIDE(0, 0);

    private final long priceMinor;
    private final long freeFromMinor;

    Shipping(long priceMinor, long freeFromMinor) {
        this.priceMinor = priceMinor;
        this.freeFromMinor = freeFromMinor;
    }

    public static Optional<Shipping> byName(String name) {
        return Arrays.stream(values())
                .filter(method -> method.name().equals(name))
                .findFirst();
    }

    public Money priceFor(Money goods) {
        return goods.minor() >= freeFromMinor ? Money.ZERO : new Money(priceMinor);
    }
}
