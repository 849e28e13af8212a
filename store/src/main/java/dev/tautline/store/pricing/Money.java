package dev.tautline.store.pricing;

/// An amount in minor units (cents). Arithmetic refuses to overflow.
public record Money(long minor) implements Comparable<Money> {
    public static final String CURRENCY = "EUR";
    public static final Money ZERO = new Money(0);

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, other.minor));
    }

    public Money times(int quantity) {
        return new Money(Math.multiplyExact(minor, quantity));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, other.minor);
    }

    /// As printed on a page: `€1,249.50`.
    @Override
    public String toString() {
        var sign = minor < 0 ? "-" : "";
        var absolute = Math.abs(minor);
        return "%s€%,d.%02d".formatted(sign, absolute / 100, absolute % 100);
    }
}
