package dev.tautline.store.pricing;

import java.util.regex.Pattern;

/// What a promotion code takes off the goods. The terms of a code never change, a code only ends: so a copy of them, in
/// a basket or in the journal, is as true as the database.
///
/// @param value per cent, or an amount in minor units
/// @param from what the goods must come to before anything is taken off
public record Promo(String code, Kind kind, long value, Money from) {
    /// What a code looks like. People type it in any letters.
    public static final Pattern CODE = Pattern.compile("[A-Z0-9-]{3,24}");

    /// The words are `promo.kind.…` of the bundle.
    public enum Kind {
        PERCENT,
        AMOUNT
    }

    /// What a code of amounts takes off at most.
    public Money amount() {
        return new Money(value);
    }

    /// Rounded half up to the minor unit, once for the whole order, and never more than the goods come to.
    public Money off(Money goods) {
        if (goods.compareTo(from) < 0) {
            return Money.ZERO;
        }
        return switch (kind) {
            case PERCENT -> new Money(Math.floorDiv(Math.addExact(Math.multiplyExact(goods.minor(), value), 50), 100));
            case AMOUNT -> new Money(Math.min(value, goods.minor()));
        };
    }
}
