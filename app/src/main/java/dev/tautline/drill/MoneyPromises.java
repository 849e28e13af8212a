package dev.tautline.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The provider's ledger against payments and orders. The ledger is the truth about money; everything else must agree.
final class MoneyPromises {
    private final Evidence evidence;
    private final Map<UUID, List<Evidence.Charge>> charges;
    private final Map<UUID, List<Evidence.PaymentRow>> payments;

    private MoneyPromises(Evidence evidence) {
        this.evidence = evidence;
        this.charges = evidence.chargesByPayment();
        this.payments = evidence.paymentsByOrder();
    }

    static Stream<Violation> money(Evidence evidence) {
        var promises = new MoneyPromises(evidence);
        return Stream.concat(
                promises.chargesWithoutOrder(), evidence.orders().stream().flatMap(promises::judge));
    }

    private Stream<Violation> chargesWithoutOrder() {
        var known = evidence.payments().stream().map(Evidence.PaymentRow::id).collect(Collectors.toSet());
        return charges.entrySet().stream()
                .filter(entry -> !known.contains(entry.getKey()))
                .map(entry -> new Violation(
                        Invariant.MONEY,
                        entry.getKey().toString(),
                        "the provider knows a payment that the shop does not",
                        entry.getValue().stream()
                                .map(charge -> "provider: " + charge)
                                .toList()));
    }

    private Stream<Violation> judge(Evidence.OrderRow order) {
        var own = payments.getOrDefault(order.id(), List.of());
        if (own.size() != 1) {
            return Stream.of(violation(order, "%d payments of one order".formatted(own.size()), own));
        }
        var payment = own.getFirst();
        var captured = sum(payment, "CAPTURED");
        var kept = captured - sum(payment, "REFUNDED");
        var due = order.state().equals("CONFIRMED") ? order.totalMinor() - payment.refundedMinor() : 0;
        if (times(payment, "CAPTURED") > 1) {
            return Stream.of(violation(order, "money was taken more than once", own));
        }
        if (kept != due) {
            return Stream.of(violation(order, "the provider kept %d, due is %d".formatted(kept, due), own));
        }
        if (order.state().equals("CONFIRMED") && payment.amountMinor() != order.totalMinor()) {
            return Stream.of(violation(order, "the payment is not over the order's total", own));
        }
        if (!order.state().equals("CONFIRMED") && stillReserved(payment)) {
            return Stream.of(violation(order, "money stays reserved for an order that came to nothing", own));
        }
        return Stream.empty();
    }

    private boolean stillReserved(Evidence.PaymentRow payment) {
        var own = charges.getOrDefault(payment.id(), List.of());
        return !own.isEmpty() && own.getLast().state().equals("AUTHORISED");
    }

    private long sum(Evidence.PaymentRow payment, String state) {
        return charges.getOrDefault(payment.id(), List.of()).stream()
                .filter(charge -> charge.state().equals(state))
                .mapToLong(Evidence.Charge::amountMinor)
                .sum();
    }

    private long times(Evidence.PaymentRow payment, String state) {
        return charges.getOrDefault(payment.id(), List.of()).stream()
                .filter(charge -> charge.state().equals(state))
                .count();
    }

    private Violation violation(Evidence.OrderRow order, String what, List<Evidence.PaymentRow> own) {
        var told = new ArrayList<>(List.of("database: " + order));
        for (var payment : own) {
            told.add("database: " + payment);
            charges.getOrDefault(payment.id(), List.of()).forEach(charge -> told.add("provider: " + charge));
        }
        evidence.attempts().stream()
                .filter(attempt -> attempt.checkout().equals(order.checkout()))
                .forEach(attempt -> told.add("buyer: " + attempt.told()));
        return new Violation(Invariant.MONEY, order.checkout().toString(), what, told);
    }
}
