package dev.tautline.store.order;

/// Where an order stands.
public enum OrderState {
    PENDING_PAYMENT,
    CONFIRMED,
    CANCELLED,
    /// Received while the database was away, and then not to be met. Never held stock, never asked for money.
    REJECTED
}
