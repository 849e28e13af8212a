package dev.tautline.store.payment;

/// Where a payment stands. `UNKNOWN` means that the provider was asked and no answer came: only the provider knows.
public enum PaymentState {
    NEW,
    AUTHORISING,
    AUTHORISED,
    CAPTURING,
    CAPTURED,
    REFUNDED,
    DECLINED,
    VOIDED,
    UNKNOWN
}
