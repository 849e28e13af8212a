package dev.tautline.store.pricing;

import java.util.List;

/// The sums of an order. Prices include VAT; `tax` is the part of the total that is VAT in the customer's country.
public record Totals(Money goods, Money shipping, Money tax, Money total) {

    /// One line to add up.
    public record Line(Money price, int quantity) {
        public Money sum() {
            return price.times(quantity);
        }
    }

    public static Totals of(List<Line> lines, Shipping method, Country country) {
        var goods = sumOf(lines);
        var shipping = method.priceFor(goods);
        var total = goods.plus(shipping);
        return new Totals(goods, shipping, taxWithin(total, country), total);
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
