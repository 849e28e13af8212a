package dev.tautline.drill;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Holds the witnesses against each other, promise by promise. Pure: the same evidence gives the same violations.
public final class Checker {
    private static final List<Function<Evidence, Stream<Violation>>> PROMISES = List.of(
            OrderPromises::eachOrderOnce,
            OrderPromises::oneOrderPerCheckout,
            MoneyPromises::money,
            StaffPromises::staff,
            StaffPromises::refunds,
            StockPromises::stock,
            StockPromises::promos,
            EventPromises::eachEventOnce,
            OrderPromises::nothingUnresolved);

    private Checker() {}

    public static List<Violation> check(Evidence evidence) {
        return PROMISES.stream().flatMap(promise -> promise.apply(evidence)).toList();
    }
}
