package dev.tautline.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.drill.Attempt.Outcome;
import dev.tautline.drill.Evidence.Charge;
import dev.tautline.drill.Evidence.EventRow;
import dev.tautline.drill.Evidence.OrderRow;
import dev.tautline.drill.Evidence.PaymentRow;
import dev.tautline.drill.Evidence.PromoRow;
import dev.tautline.drill.Evidence.RefundRow;
import dev.tautline.drill.Evidence.StockRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A history in which all is well, and one planted lie at a time.
class CheckerTest {
    private static final UUID CHECKOUT = UUID.fromString("00000000-0000-0000-0000-0000000000c1");
    private static final UUID ORDER = UUID.fromString("00000000-0000-0000-0000-0000000000a1");
    private static final UUID REFUND = UUID.fromString("00000000-0000-0000-0000-0000000000d1");
    private static final UUID PAYMENT = UUID.fromString("00000000-0000-0000-0000-0000000000b1");

    private final List<Attempt> attempts = new ArrayList<>(List.of(attempt(CHECKOUT, Outcome.OK)));
    private final List<OrderRow> orders = new ArrayList<>(List.of(order(ORDER, CHECKOUT, "CONFIRMED")));
    private final List<PaymentRow> payments =
            new ArrayList<>(List.of(new PaymentRow(PAYMENT, ORDER, "CAPTURED", 1580, 0)));
    private final List<Charge> charges = new ArrayList<>(
            List.of(new Charge(1, PAYMENT, "AUTHORISED", 1580), new Charge(2, PAYMENT, "CAPTURED", 1580)));
    private final List<StockRow> stock = new ArrayList<>(List.of(new StockRow("RIG", 10, 9, 0, 9, 0)));
    private final List<EventRow> events = new ArrayList<>(List.of(
            new EventRow(1, "ORDER_RECEIVED", ORDER, true, false, 1),
            new EventRow(2, "ORDER_CONFIRMED", ORDER, true, false, 1)));
    private final List<PromoRow> promos = new ArrayList<>(List.of(new PromoRow("SAIL", 3, 3, 3)));
    private final List<Deed> deeds = new ArrayList<>();
    private final List<RefundRow> refunds = new ArrayList<>();
    private int journal;

    @Test
    void findsNothingWhereAllAgree() {
        assertThat(check()).isEmpty();
    }

    @Test
    void findsALostOrderWhetherItWasAcceptedOrReceived() {
        for (var told : List.of(Outcome.OK, Outcome.RECEIVED)) {
            var lost = UUID.randomUUID();
            attempts.add(attempt(lost, told));

            assertThat(check()).singleElement().satisfies(violation -> {
                assertThat(violation.invariant()).isEqualTo(Invariant.EACH_ORDER_ONCE);
                assertThat(violation.subject()).isEqualTo(lost.toString());
                assertThat(violation.evidence()).anyMatch(line -> line.contains("POST /checkout/place"));
            });
            attempts.removeLast();
        }
    }

    @Test
    void letsAnUnknownBeDoneOrNotDone() {
        attempts.set(0, attempt(CHECKOUT, Outcome.UNKNOWN));
        attempts.add(attempt(UUID.randomUUID(), Outcome.UNKNOWN));

        assertThat(check()).isEmpty();
    }

    @Test
    void findsAnOrderOfABuyerWhoWasToldNo() {
        attempts.set(0, attempt(CHECKOUT, Outcome.FAIL));

        assertThat(check()).extracting(Violation::invariant).containsExactly(Invariant.EACH_ORDER_ONCE);
    }

    @Test
    void findsAnOrderThatNobodySent() {
        attempts.clear();

        assertThat(check()).extracting(Violation::what).containsExactly("an order that no buyer sent");
    }

    @Test
    void findsAPageThatIsNotTheBuyersOwn() {
        attempts.set(0, new Attempt("buyer 1", CHECKOUT, Outcome.OK, "somebody else's", "…"));

        assertThat(check())
                .extracting(Violation::what)
                .containsExactly("the buyer was shown the page of another order");
    }

    @Test
    void findsTwoOrdersOfOneCheckout() {
        var second = UUID.randomUUID();
        orders.add(order(second, CHECKOUT, "CANCELLED"));
        payments.add(new PaymentRow(UUID.randomUUID(), second, "VOIDED", 1580, 0));
        events.add(new EventRow(3, "ORDER_CANCELLED", second, true, false, 1));

        assertThat(check()).extracting(Violation::invariant).containsExactly(Invariant.ONE_ORDER_PER_CHECKOUT);
    }

    @Test
    void findsMoneyTakenTwice() {
        charges.add(new Charge(3, PAYMENT, "CAPTURED", 1580));

        assertThat(check()).extracting(Violation::what).containsExactly("money was taken more than once");
    }

    @Test
    void findsAnotherAmountThanTheOrders() {
        charges.set(1, new Charge(2, PAYMENT, "CAPTURED", 1500));

        assertThat(check()).extracting(Violation::what).containsExactly("the provider kept 1500, due is 1580");
    }

    @Test
    void countsRefundsOnBothSides() {
        charges.add(new Charge(3, PAYMENT, "REFUNDED", 500));
        assertThat(check()).extracting(Violation::invariant).containsExactly(Invariant.MONEY);

        charges.removeLast();
        refund("DONE", 500, 1);
        assertThat(check()).isEmpty();
    }

    @Test
    void findsAChargeWithoutAnOrder() {
        charges.add(new Charge(3, UUID.randomUUID(), "AUTHORISED", 990));

        assertThat(check())
                .extracting(Violation::what)
                .containsExactly("the provider knows a payment that the shop does not");
    }

    @Test
    void findsAConfirmedOrderThatWasNeverPaid() {
        charges.removeLast();

        assertThat(check()).extracting(Violation::invariant).containsExactly(Invariant.MONEY);
    }

    @Test
    void findsMoneyThatStaysReservedForACancelledOrder() {
        cancelTheOrder();
        charges.removeLast();

        assertThat(check())
                .extracting(Violation::what)
                .containsExactly("money stays reserved for an order that came to nothing");
        charges.add(new Charge(2, PAYMENT, "VOIDED", 1580));
        assertThat(check()).isEmpty();
    }

    @Test
    void findsMoneyTakenForACancelledOrder() {
        cancelTheOrder();

        assertThat(check()).extracting(Violation::what).containsExactly("the provider kept 1580, due is 0");
    }

    @Test
    void findsOversoldStockAndShelvesThatDoNotAddUp() {
        stock.set(0, new StockRow("RIG", 0, 0, 0, 0, 0));
        assertThat(check()).extracting(Violation::what).containsExactly("more was sold than there was");
        stock.set(0, new StockRow("RIG", 10, 10, 0, 10, 0));
        assertThat(check()).extracting(Violation::what).containsExactly("on hand are 10, delivered − sold makes 9");
        stock.set(0, new StockRow("RIG", 10, 9, 0, 8, 0));
        assertThat(check()).extracting(Violation::what).containsExactly("the ledger adds up to 8");
        stock.set(0, new StockRow("RIG", 10, 9, 1, 9, 0));
        assertThat(check()).extracting(Violation::what).containsExactly("held are 1, the holds add up to 0");
    }

    @Test
    void findsAPromoCodeThatWasUsedTooOften() {
        for (var counted : List.of(4, 3)) {
            promos.set(0, new PromoRow("SAIL", counted, 4, 3));

            assertThat(check()).extracting(Violation::what).containsExactly("used more often than allowed");
        }
    }

    @Test
    void findsAUseThatWasNotGivenBackAndOneThatWasGivenBackTwice() {
        promos.set(0, new PromoRow("SAIL", 3, 2, 3));
        assertThat(check()).extracting(Violation::what).containsExactly("3 uses are counted, 2 orders have it");
        promos.set(0, new PromoRow("SAIL", 1, 2, 3));
        assertThat(check()).extracting(Violation::invariant).containsExactly(Invariant.PROMOS);
    }

    @Test
    void findsARefundThatWasPromisedAndIsLostOrWasRefusedAndIsThere() {
        deeds.add(deed(Deed.Kind.REFUND, Deed.Outcome.DONE));
        assertThat(check()).extracting(Violation::what).containsExactly("a refund was promised and is lost");

        refund("DONE", 500, 1);
        assertThat(check()).isEmpty();

        deeds.set(0, deed(Deed.Kind.REFUND, Deed.Outcome.REFUSED));
        assertThat(check()).extracting(Violation::what).containsExactly("a clerk was told no, and there is a refund");
        deeds.set(0, deed(Deed.Kind.REFUND, Deed.Outcome.UNKNOWN));
        assertThat(check()).isEmpty();
    }

    @Test
    void findsARefundOfAnotherAmountAndOneThatIsNotCounted() {
        deeds.add(deed(Deed.Kind.REFUND, Deed.Outcome.DONE));
        refund("DONE", 400, 1);
        assertThat(check()).extracting(Violation::what).containsExactly("the refund is over 400");

        deeds.clear();
        payments.set(0, new PaymentRow(PAYMENT, ORDER, "CAPTURED", 1580, 0));
        assertThat(check())
                .extracting(Violation::what)
                .containsExactly(
                        "the provider kept 1180, due is 1580",
                        "the payment counts 0 as refunded, its refunds add up to 400");
    }

    @Test
    void findsARefundThatHasNoEndOrIsNotToldOnce() {
        refund("ASKED", 500, 0);
        assertThat(check()).extracting(Violation::invariant).containsExactly(Invariant.NOTHING_UNRESOLVED);
        for (var letters : List.of(0, 2)) {
            refunds.set(0, new RefundRow(REFUND, PAYMENT, 500, "DONE", letters));
            assertThat(check()).extracting(Violation::invariant).containsExactly(Invariant.EACH_EVENT_ONCE);
        }
    }

    @Test
    void findsADeedThatWasSaidToBeDoneAndIsNot() {
        for (var kind : List.of(Deed.Kind.SHIP, Deed.Kind.CANCEL)) {
            deeds.add(deed(kind, Deed.Outcome.DONE));
            assertThat(check())
                    .extracting(Violation::what)
                    .containsExactly("a clerk was told that it was done, and it is not");
            deeds.clear();
            deeds.add(deed(kind, Deed.Outcome.UNKNOWN));
            assertThat(check()).isEmpty();
            deeds.clear();
        }
    }

    @Test
    void letsTheShopTakeAnOrderBackOnceItsMoneyAndGoodsAreBack() {
        deeds.add(deed(Deed.Kind.CANCEL, Deed.Outcome.DONE));
        cancelTheOrder();
        orders.set(0, new OrderRow(ORDER, 7, CHECKOUT, "token-1", "CANCELLED", true, false, 1580, Map.of("RIG", 1)));
        refund("DONE", 1580, 1);
        assertThat(check()).isEmpty();

        orders.set(0, new OrderRow(ORDER, 7, CHECKOUT, "token-1", "CANCELLED", true, true, 1580, Map.of("RIG", 1)));
        assertThat(check()).extracting(Violation::what).containsExactly("the order was shipped and taken back");
    }

    @Test
    void findsEventsWithoutEffectOrWithTwo() {
        events.set(1, new EventRow(2, "ORDER_CONFIRMED", ORDER, true, false, 2));
        assertThat(check()).extracting(Violation::what).containsExactly("the event had its effect 2 times");
        events.set(1, new EventRow(2, "ORDER_CONFIRMED", ORDER, false, false, 0));
        assertThat(check()).extracting(Violation::what).containsExactly("the event had no effect");
        events.set(1, new EventRow(2, "ORDER_CONFIRMED", ORDER, false, true, 1));
        assertThat(check()).extracting(Violation::what).containsExactly("the event is not done");
        events.removeLast();
        assertThat(check()).extracting(Violation::invariant).containsExactly(Invariant.EACH_EVENT_ONCE);
    }

    @Test
    void findsARejectionThatNobodyWasToldOf() {
        attempts.set(0, attempt(CHECKOUT, Outcome.RECEIVED));
        orders.set(0, order(ORDER, CHECKOUT, "REJECTED"));
        payments.set(0, new PaymentRow(PAYMENT, ORDER, "VOIDED", 1580, 0));
        charges.clear();
        stock.set(0, new StockRow("RIG", 10, 10, 0, 10, 0));
        events.clear();
        assertThat(check()).extracting(Violation::invariant).containsExactly(Invariant.EACH_ORDER_ONCE);

        events.add(new EventRow(1, "ORDER_REJECTED", ORDER, true, false, 1));
        assertThat(check()).isEmpty();
    }

    @Test
    void findsWhatHasNotComeToAnEnd() {
        attempts.set(0, attempt(CHECKOUT, Outcome.UNKNOWN));
        orders.set(0, order(ORDER, CHECKOUT, "PENDING_PAYMENT"));
        payments.set(0, new PaymentRow(PAYMENT, ORDER, "UNKNOWN", 1580, 0));
        charges.clear();
        stock.set(0, new StockRow("RIG", 10, 10, 1, 10, 1));
        events.removeLast();
        journal = 1;

        assertThat(check())
                .extracting(Violation::invariant)
                .containsExactly(
                        Invariant.NOTHING_UNRESOLVED, Invariant.NOTHING_UNRESOLVED, Invariant.NOTHING_UNRESOLVED);
    }

    private void cancelTheOrder() {
        orders.set(0, order(ORDER, CHECKOUT, "CANCELLED"));
        payments.set(0, new PaymentRow(PAYMENT, ORDER, "VOIDED", 1580, 0));
        stock.set(0, new StockRow("RIG", 10, 10, 0, 10, 0));
        events.set(1, new EventRow(2, "ORDER_CANCELLED", ORDER, true, false, 1));
    }

    /// As the shop and its provider would write it down.
    private void refund(String state, long amountMinor, int letters) {
        refunds.add(new RefundRow(REFUND, PAYMENT, amountMinor, state, letters));
        payments.set(0, new PaymentRow(PAYMENT, ORDER, "CAPTURED", 1580, amountMinor));
        charges.add(new Charge(3, PAYMENT, "REFUNDED", amountMinor));
    }

    private static Deed deed(Deed.Kind kind, Deed.Outcome outcome) {
        return new Deed("clerk 1", 7, kind, REFUND, 500, outcome, "[12 ms → 303]");
    }

    private List<Violation> check() {
        return Checker.check(
                new Evidence(attempts, deeds, orders, payments, refunds, charges, stock, events, promos, journal));
    }

    private static Attempt attempt(UUID checkout, Outcome outcome) {
        return new Attempt("buyer 1", checkout, outcome, "token-1", "[12 ms POST /checkout/place → 303]");
    }

    private static OrderRow order(UUID id, UUID checkout, String state) {
        return new OrderRow(id, 7, checkout, "token-1", state, false, false, 1580, Map.of("RIG", 1));
    }
}
