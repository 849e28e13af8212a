package dev.tautline.store.pricing;

import java.util.Arrays;
import java.util.Optional;

/// How goods travel, with the price table.
public enum Shipping {
    STANDARD("Parcel post", "3 to 5 working days", 590, 12000),
    EXPRESS("Express courier", "next working day", 1490, Long.MAX_VALUE),
    QUAYSIDE("Collect at the quay", "ready in two hours at Pier 7", 0, 0);

    private final String title;
    private final String promise;
    private final long priceMinor;
    private final long freeFromMinor;

    Shipping(String title, String promise, long priceMinor, long freeFromMinor) {
        this.title = title;
        this.promise = promise;
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

    public String title() {
        return title;
    }

    public String promise() {
        return promise;
    }
}
