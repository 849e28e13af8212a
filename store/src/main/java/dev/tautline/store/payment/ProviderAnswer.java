package dev.tautline.store.payment;

/// What a provider said, or that it said nothing.
public sealed interface ProviderAnswer {
    record Authorised() implements ProviderAnswer {}

    record Captured() implements ProviderAnswer {}

    record Declined() implements ProviderAnswer {}

    record Voided() implements ProviderAnswer {}

    /// The provider has never heard of the payment.
    record Unheard() implements ProviderAnswer {}

    /// No answer, or none that can be understood: the payment may or may not have happened.
    record Silent(String reason) implements ProviderAnswer {}
}
