package dev.tautline.store.checkout;

import dev.tautline.store.order.OrderState;
import dev.tautline.store.payment.PaymentState;

/// What has to happen next to a payment. Pure: the whole state machine is this function.
enum NextStep {
    /// Ask the provider for the money.
    AUTHORISE,
    /// Nobody knows how the last call ended: ask the provider what it knows.
    ASK,
    /// The hold ran out before the provider was reached: end the order.
    GIVE_UP,
    /// The order is confirmed: take the money.
    CAPTURE,
    /// The order came to nothing: give the money back, or see to it that it is never taken.
    VOID,
    NOTHING;

    static NextStep of(OrderState order, PaymentState payment, boolean holdsStand) {
        return switch (order) {
            case PENDING_PAYMENT -> whilePending(payment, holdsStand);
            case CONFIRMED -> whenConfirmed(payment);
            case CANCELLED -> whenCancelled(payment);
            case REJECTED -> NOTHING;
        };
    }

    private static NextStep whilePending(PaymentState payment, boolean holdsStand) {
        return switch (payment) {
            case NEW -> holdsStand ? AUTHORISE : GIVE_UP;
            case AUTHORISING, UNKNOWN -> ASK;
            case AUTHORISED, CAPTURING, CAPTURED, REFUNDED, DECLINED, VOIDED -> NOTHING;
        };
    }

    private static NextStep whenConfirmed(PaymentState payment) {
        return switch (payment) {
            case AUTHORISED, CAPTURING -> CAPTURE;
            case NEW, AUTHORISING, UNKNOWN, CAPTURED, REFUNDED, DECLINED, VOIDED -> NOTHING;
        };
    }

    private static NextStep whenCancelled(PaymentState payment) {
        return switch (payment) {
            case NEW, AUTHORISING, UNKNOWN, AUTHORISED -> VOID;
            case CAPTURING, CAPTURED, REFUNDED, DECLINED, VOIDED -> NOTHING;
        };
    }
}
