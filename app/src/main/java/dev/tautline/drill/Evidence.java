package dev.tautline.drill;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// What each witness says after everything has settled: buyers, staff, database, payment provider, mail. Plain values.
public record Evidence(
        List<Attempt> attempts,
        List<Deed> deeds,
        List<OrderRow> orders,
        List<PaymentRow> payments,
        List<RefundRow> refunds,
        List<Charge> charges,
        List<StockRow> stock,
        List<EventRow> events,
        List<PromoRow> promos,
        int stillInJournal) {

    /// @param byShop whether somebody of the shop took it back
    /// @param lines pieces by SKU
    public record OrderRow(
            UUID id,
            long number,
            UUID checkout,
            String token,
            String state,
            boolean byShop,
            boolean shipped,
            long totalMinor,
            Map<String, Integer> lines) {}

    public record PaymentRow(UUID id, UUID order, String state, long amountMinor, long refundedMinor) {}

    /// @param letters how many letters tell of it
    public record RefundRow(UUID id, UUID payment, long amountMinor, String state, int letters) {}

    /// One line of the provider's ledger.
    public record Charge(long sequence, UUID payment, String state, long amountMinor) {}

    /// @param delivered all that ever came in, corrections included
    /// @param ledger what the append-only ledger adds up to
    /// @param openHolds what holds that stand add up to
    public record StockRow(String sku, int delivered, int onHand, int held, int ledger, int openHolds) {}

    /// @param mails how many letters this event has become
    public record EventRow(long id, String topic, UUID order, boolean done, boolean dead, int mails) {}

    /// @param uses as the shop counts them
    /// @param orders that have the code and have not come to nothing
    /// @param limit how often it may be used
    public record PromoRow(String code, int uses, int orders, int limit) {}

    public Evidence {
        attempts = List.copyOf(attempts);
        deeds = List.copyOf(deeds);
        orders = List.copyOf(orders);
        payments = List.copyOf(payments);
        refunds = List.copyOf(refunds);
        charges = List.copyOf(charges);
        stock = List.copyOf(stock);
        events = List.copyOf(events);
        promos = List.copyOf(promos);
    }

    List<OrderRow> ordersOf(UUID checkout) {
        return orders.stream()
                .filter(order -> order.checkout().equals(checkout))
                .toList();
    }

    Map<UUID, List<PaymentRow>> paymentsByOrder() {
        return payments.stream().collect(Collectors.groupingBy(PaymentRow::order));
    }

    Map<UUID, List<Charge>> chargesByPayment() {
        return charges.stream().collect(Collectors.groupingBy(Charge::payment));
    }

    Map<UUID, List<EventRow>> eventsByOrder() {
        return events.stream().collect(Collectors.groupingBy(EventRow::order));
    }
}
