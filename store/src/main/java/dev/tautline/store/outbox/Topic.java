package dev.tautline.store.outbox;

/// What happened that others want to hear about.
public enum Topic {
    ORDER_RECEIVED,
    ORDER_CONFIRMED,
    ORDER_CANCELLED,
    ORDER_REJECTED,
    ORDER_SHIPPED,
    ORDER_REFUNDED,
    /// Somebody registered: is it the owner of the address?
    ACCOUNT_VERIFY,
    /// Somebody registered with an address that has an account.
    ACCOUNT_EXISTS,
    ACCOUNT_RESET,
    /// Whoever did it, the owner of the address must hear of it.
    ACCOUNT_PASSWORD_CHANGED
}
