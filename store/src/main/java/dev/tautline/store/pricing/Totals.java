package dev.tautline.store.pricing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sums of an order: total = goods − discount + shipping. Prices include VAT; `tax` is the part of the total that
/// is
/// VAT in the customer's country.
///
/// @param goods at their prices, before anything is taken off
public record Totals(Money goods, Money shipping, Money tax, Money total) {

    /// One line to add up.
    public record Line(Money price, int quantity) {
        public Money sum() {
            return price.times(quantity);
        }
    }

    public static Totals of(List<Line> lines, Shipping method, Country country) {
        return of(lines, method, country, null);
    }

    /// A code makes no delivery dearer: whether it is free goes by the goods at their prices.
    public static Totals of(List<Line> lines, Shipping method, Country country, @Nullable Promo promo) {
        var goods = sumOf(lines);
        var shipping = method.priceFor(goods);
        var off = promo == null ? Money.ZERO : promo.off(goods);
        var total = goods.minus(off).plus(shipping);
        return new Totals(goods, shipping, taxWithin(total, country), total);
    }

    /// What a promotion code takes off. Follows from the others, so records of an older shop have it, too.
    public Money discount() {
        return goods.plus(shipping).minus(total);
    }

    public boolean discounted() {
        return discount().minor() > 0;
    }

    public static Money sumOf(List<Line> lines) {
        return lines.stream().map(Line::sum).reduce(Money.ZERO, Money::plus);
    }

    /// The VAT inside a gross amount, rounded half up to the minor unit, once for the whole order.
    static Money taxWithin(Money gross, Country country) {
        var rate = country.vatPerMille();
        var numerator = Math.multiplyExact(gross.minor(), rate);
        var denominator = 1000L + rate;
        return new Money(Math.floorDiv(Math.addExact(2 * numerator, denominator), 2 * denominator));
    }
}
