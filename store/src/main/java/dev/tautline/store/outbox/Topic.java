package dev.tautline.store.outbox;

/// What happened to an order that others want to hear about.
public enum Topic {
    ORDER_RECEIVED,
    ORDER_CONFIRMED,
    ORDER_CANCELLED,
    ORDER_REJECTED
}
