package dev.tautline.store.pricing;

import java.util.Locale;

/// An amount in minor units (cents). Arithmetic refuses to overflow.
public record Money(long minor) implements Comparable<Money> {
    public static final String CURRENCY = "EUR";
    public static final Money ZERO = new Money(0);

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, other.minor));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, other.minor));
    }

    public Money times(int quantity) {
        return new Money(Math.multiplyExact(minor, quantity));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, other.minor);
    }

    /// As printed on a page: `€1,249.50`, in German `1.249,50 €`.
    public String in(Locale locale) {
        var sign = minor < 0 ? "-" : "";
        var absolute = Math.abs(minor);
        return locale.getLanguage().equals("de")
                ? String.format(Locale.GERMAN, "%s%,d,%02d\u00a0€", sign, absolute / 100, absolute % 100)
                : String.format(Locale.ENGLISH, "%s€%,d.%02d", sign, absolute / 100, absolute % 100);
    }

    /// As machines read it: `1249.50`.
    public String decimal() {
        return String.format(Locale.ROOT, "%d.%02d", minor / 100, Math.abs(minor % 100));
    }

    /// In English.
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
