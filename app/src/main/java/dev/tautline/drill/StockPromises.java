package dev.tautline.drill;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What lies on the shelf against what was delivered and sold; promo codes against their limits.
final class StockPromises {
    private StockPromises() {}

    static Stream<Violation> stock(Evidence evidence) {
        var sold = sold(evidence);
        return evidence.stock().stream().flatMap(row -> judge(row, sold.getOrDefault(row.sku(), 0)));
    }

    static Stream<Violation> promos(Evidence evidence) {
        return evidence.promos().stream().flatMap(StockPromises::judge);
    }

    private static Stream<Violation> judge(Evidence.PromoRow promo) {
        if (Math.max(promo.uses(), promo.orders()) > promo.limit()) {
            return Stream.of(violation(promo, "used more often than allowed"));
        }
        return promo.uses() == promo.orders()
                ? Stream.empty()
                : Stream.of(violation(
                        promo, "%d uses are counted, %d orders have it".formatted(promo.uses(), promo.orders())));
    }

    private static Violation violation(Evidence.PromoRow promo, String what) {
        return new Violation(Invariant.PROMOS, promo.code(), what, List.of("database: " + promo));
    }

    private static Map<String, Integer> sold(Evidence evidence) {
        var sold = new HashMap<String, Integer>();
        evidence.orders().stream()
                .filter(order -> order.state().equals("CONFIRMED"))
                .forEach(order -> order.lines().forEach((sku, pieces) -> sold.merge(sku, pieces, Integer::sum)));
        return sold;
    }

    private static Stream<Violation> judge(Evidence.StockRow row, int sold) {
        var said = List.of("database: " + row, "confirmed orders: %d pieces".formatted(sold));
        if (row.onHand() < 0 || sold > row.delivered()) {
            return Stream.of(violation(row, "more was sold than there was", said));
        }
        if (row.onHand() != row.delivered() - sold) {
            return Stream.of(violation(
                    row,
                    "on hand are %d, delivered − sold makes %d".formatted(row.onHand(), row.delivered() - sold),
                    said));
        }
        if (row.ledger() != row.onHand()) {
            return Stream.of(violation(row, "the ledger adds up to %d".formatted(row.ledger()), said));
        }
        if (row.held() != row.openHolds()) {
            return Stream.of(
                    violation(row, "held are %d, the holds add up to %d".formatted(row.held(), row.openHolds()), said));
        }
        return Stream.empty();
    }

    private static Violation violation(Evidence.StockRow row, String what, List<String> said) {
        return new Violation(Invariant.STOCK, row.sku(), what, said);
    }
}
