package dev.tautline.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What clerks were told against what was done, and refunds against payments, ledger and letters.
final class StaffPromises {
    private final Map<Long, Evidence.OrderRow> orders;
    private final Map<UUID, Evidence.RefundRow> refunds;

    private StaffPromises(Evidence evidence) {
        this.orders = evidence.orders().stream()
                .collect(Collectors.toMap(Evidence.OrderRow::number, Function.identity(), (one, other) -> one));
        this.refunds =
                evidence.refunds().stream().collect(Collectors.toMap(Evidence.RefundRow::id, Function.identity()));
    }

    /// Done is done, no is not done, and an order that was taken back never left.
    static Stream<Violation> staff(Evidence evidence) {
        var promises = new StaffPromises(evidence);
        var shippedAndTakenBack = evidence.orders().stream()
                .filter(order -> order.shipped() && order.byShop())
                .map(order -> new Violation(
                        Invariant.EACH_ORDER_ONCE,
                        order.checkout().toString(),
                        "the order was shipped and taken back",
                        List.of("database: " + order)));
        return Stream.concat(evidence.deeds().stream().flatMap(promises::judge), shippedAndTakenBack);
    }

    private Stream<Violation> judge(Deed deed) {
        return switch (deed.kind()) {
            case REFUND -> judgeRefund(deed);
            case SHIP ->
                judge(deed, order(deed).filter(Evidence.OrderRow::shipped).isPresent());
            case CANCEL ->
                judge(deed, order(deed).filter(Evidence.OrderRow::byShop).isPresent());
        };
    }

    /// A no can be held against nothing here: somebody else may have done the same.
    private Stream<Violation> judge(Deed deed, boolean done) {
        return deed.outcome() == Deed.Outcome.DONE && !done
                ? Stream.of(
                        violation(Invariant.EACH_ORDER_ONCE, deed, "a clerk was told that it was done, and it is not"))
                : Stream.empty();
    }

    private Stream<Violation> judgeRefund(Deed deed) {
        var refund = Optional.ofNullable(refunds.get(deed.refund()));
        if (deed.outcome() == Deed.Outcome.REFUSED && refund.isPresent()) {
            return Stream.of(violation(Invariant.MONEY, deed, "a clerk was told no, and there is a refund"));
        }
        if (deed.outcome() == Deed.Outcome.DONE && refund.isEmpty()) {
            return Stream.of(violation(Invariant.MONEY, deed, "a refund was promised and is lost"));
        }
        return refund
                .filter(row -> row.amountMinor() != deed.amountMinor())
                .map(row -> violation(Invariant.MONEY, deed, "the refund is over %d".formatted(row.amountMinor())))
                .stream();
    }

    /// Each refund comes to an end and is told once when money went back, and payments count what refunds add up to.
    static Stream<Violation> refunds(Evidence evidence) {
        var promised = evidence.refunds().stream()
                .filter(refund -> !refund.state().equals("REFUSED"))
                .collect(Collectors.groupingBy(
                        Evidence.RefundRow::payment, Collectors.summingLong(Evidence.RefundRow::amountMinor)));
        var sums = evidence.payments().stream()
                .filter(payment -> payment.refundedMinor() != promised.getOrDefault(payment.id(), 0L))
                .map(payment -> new Violation(
                        Invariant.MONEY,
                        payment.id().toString(),
                        "the payment counts %d as refunded, its refunds add up to %d"
                                .formatted(payment.refundedMinor(), promised.getOrDefault(payment.id(), 0L)),
                        List.of("database: " + payment)));
        return Stream.concat(sums, evidence.refunds().stream().flatMap(StaffPromises::judge));
    }

    private static Stream<Violation> judge(Evidence.RefundRow refund) {
        var said = List.of("database: " + refund);
        if (refund.state().equals("ASKED")) {
            return Stream.of(new Violation(
                    Invariant.NOTHING_UNRESOLVED, refund.id().toString(), "the refund has not come to an end", said));
        }
        var due = refund.state().equals("DONE") ? 1 : 0;
        return refund.letters() == due
                ? Stream.empty()
                : Stream.of(new Violation(
                        Invariant.EACH_EVENT_ONCE,
                        refund.id().toString(),
                        "%d letters tell of a refund that is %s".formatted(refund.letters(), refund.state()),
                        said));
    }

    private Optional<Evidence.OrderRow> order(Deed deed) {
        return Optional.ofNullable(orders.get(deed.order()));
    }

    private Violation violation(Invariant invariant, Deed deed, String what) {
        var told = new ArrayList<>(List.of("clerk: " + deed.told()));
        order(deed).ifPresent(order -> told.add("database: " + order));
        Optional.ofNullable(refunds.get(deed.refund())).ifPresent(refund -> told.add("database: " + refund));
        return new Violation(invariant, "order " + deed.order(), what, told);
    }
}
