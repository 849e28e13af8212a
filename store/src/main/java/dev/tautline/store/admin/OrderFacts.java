package dev.tautline.store.admin;

import dev.tautline.store.order.OrderState;
import dev.tautline.store.payment.PaymentState;
import java.util.UUID;

/// What decides about what can be done with an order. Pure.
///
/// @param refundedMinor promised back, also what the provider has not answered yet
public record OrderFacts(
        UUID order,
        long number,
        OrderState state,
        boolean shipped,
        UUID payment,
        PaymentState paid,
        long amountMinor,
        long refundedMinor) {

    /// What is paid for and not all given back again.
    public boolean mayShip() {
        return state == OrderState.CONFIRMED
                && !shipped
                && paid == PaymentState.CAPTURED
                && (refundedMinor == 0 || leftMinor() > 0);
    }

    /// Before it is shipped. While the bank is being asked for the money of a confirmed order nobody knows whether
    /// there is something to give back, so that moment is waited for.
    public boolean mayCancel() {
        return switch (state) {
            case PENDING_PAYMENT -> true;
            case CONFIRMED -> !shipped && (paid == PaymentState.CAPTURED || paid == PaymentState.REFUNDED);
            case CANCELLED, REJECTED -> false;
        };
    }

    public boolean mayRefund() {
        return paid == PaymentState.CAPTURED && leftMinor() > 0;
    }

    /// What could still be given back.
    public long leftMinor() {
        return amountMinor - refundedMinor;
    }

    String subject() {
        return "order CH-" + number;
    }
}
