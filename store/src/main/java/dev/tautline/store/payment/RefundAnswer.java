package dev.tautline.store.payment;

/// What a provider said to a refund, or that it said nothing.
public sealed interface RefundAnswer {
    /// The money is on its way back, be it since now or since an earlier call.
    record Refunded() implements RefundAnswer {}

    /// It will never be: asking again changes nothing.
    record Refused(String reason) implements RefundAnswer {}

    /// No answer, or none that can be understood: asking again, with the same key, is right.
    record Silent(String reason) implements RefundAnswer {}
}
