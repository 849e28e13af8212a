package dev.tautline.store.order;

/// Where an order stands.
public enum OrderState {
    PENDING_PAYMENT,
    CONFIRMED,
    CANCELLED
}
