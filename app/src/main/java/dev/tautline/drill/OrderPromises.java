package dev.tautline.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What buyers were told against the orders that exist.
final class OrderPromises {
    private static final Set<String> ENDED = Set.of("CONFIRMED", "CANCELLED", "REJECTED");
    private static final Set<String> ENDED_PAYMENTS = Set.of("CAPTURED", "REFUNDED", "DECLINED", "VOIDED");

    private OrderPromises() {}

    static Stream<Violation> eachOrderOnce(Evidence evidence) {
        var wished = evidence.attempts().stream().map(Attempt::checkout).collect(Collectors.toSet());
        var fromNowhere = evidence.orders().stream()
                .filter(order -> !wished.contains(order.checkout()))
                .map(order -> violation(
                        Invariant.EACH_ORDER_ONCE,
                        order.checkout(),
                        "an order that no buyer sent",
                        List.of("database: " + order)));
        return Stream.concat(evidence.attempts().stream().flatMap(attempt -> judge(attempt, evidence)), fromNowhere);
    }

    static Stream<Violation> oneOrderPerCheckout(Evidence evidence) {
        Map<UUID, List<Evidence.OrderRow>> byCheckout =
                evidence.orders().stream().collect(Collectors.groupingBy(Evidence.OrderRow::checkout));
        return byCheckout.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> violation(
                        Invariant.ONE_ORDER_PER_CHECKOUT,
                        entry.getKey(),
                        "%d orders of one checkout".formatted(entry.getValue().size()),
                        entry.getValue().stream()
                                .map(order -> "database: " + order)
                                .toList()));
    }

    static Stream<Violation> nothingUnresolved(Evidence evidence) {
        var orders = evidence.orders().stream()
                .filter(order -> !ENDED.contains(order.state()))
                .map(order -> violation(
                        Invariant.NOTHING_UNRESOLVED,
                        order.checkout(),
                        "the order has not come to an end",
                        List.of("database: " + order)));
        var payments = evidence.payments().stream()
                .filter(payment -> !ENDED_PAYMENTS.contains(payment.state()))
                .map(payment -> violation(
                        Invariant.NOTHING_UNRESOLVED,
                        payment.id(),
                        "the payment has not come to an end",
                        List.of("database: " + payment)));
        var journal = Stream.of(evidence.stillInJournal())
                .filter(depth -> depth > 0)
                .map(depth -> new Violation(
                        Invariant.NOTHING_UNRESOLVED, "journal", "%d orders still wait".formatted(depth), List.of()));
        return Stream.of(orders, payments, journal).flatMap(stream -> stream);
    }

    private static Stream<Violation> judge(Attempt attempt, Evidence evidence) {
        var orders = evidence.ordersOf(attempt.checkout());
        var told = new ArrayList<>(List.of("buyer: " + attempt.told()));
        orders.forEach(order -> told.add("database: " + order));
        if (attempt.promised() && orders.isEmpty()) {
            return Stream.of(violation(
                    Invariant.EACH_ORDER_ONCE, attempt.checkout(), "an order was promised and is lost", told));
        }
        if (attempt.outcome() == Attempt.Outcome.FAIL && !orders.isEmpty()) {
            return Stream.of(violation(
                    Invariant.EACH_ORDER_ONCE,
                    attempt.checkout(),
                    "the buyer was told no, and there is an order",
                    told));
        }
        return orders.stream()
                .filter(order -> attempt.promised() && !order.token().equals(attempt.token()))
                .map(order -> violation(
                        Invariant.EACH_ORDER_ONCE,
                        attempt.checkout(),
                        "the buyer was shown the page of another order",
                        told));
    }

    private static Violation violation(Invariant invariant, UUID subject, String what, List<String> evidence) {
        return new Violation(invariant, subject.toString(), what, evidence);
    }
}
