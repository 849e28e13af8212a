package dev.tautline.store.payment;

import dev.tautline.store.pricing.Money;
import java.util.UUID;

/// A payment provider. Each call carries our payment id as its idempotency key: the same id never charges twice.
/// No call may be made with a database connection in hand.
public interface PaymentProvider {
    ProviderAnswer authorise(UUID payment, Money amount, String cardToken);

    ProviderAnswer capture(UUID payment);

    /// Gives an authorised amount back, and makes sure that a payment the provider has not seen yet never happens.
    ProviderAnswer cancel(UUID payment);

    /// Gives a captured amount back, or a part of it, once per `refund`.
    RefundAnswer refund(UUID payment, UUID refund, Money amount);

    /// The provider's truth about a payment.
    ProviderAnswer find(UUID payment);
}
