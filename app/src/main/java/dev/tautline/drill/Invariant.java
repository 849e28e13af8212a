package dev.tautline.drill;

/// What must hold of orders whatever has happened, once everything has settled.
public enum Invariant {
    EACH_ORDER_ONCE("I1", "each accepted or received order exists once, or was rejected with mail"),
    ONE_ORDER_PER_CHECKOUT("I2", "no checkout has two orders"),
    MONEY("I3", "captured = total − refunds, no charge without an order"),
    STOCK("I4", "per article: delivered − sold − held = on hand ≥ 0"),
    PROMOS("I5", "no promo code is used more often than allowed"),
    EACH_EVENT_ONCE("I6", "each event has its effect once"),
    NOTHING_UNRESOLVED("I7", "each unknown resolves to done or not done");

    private final String id;
    private final String promise;

    Invariant(String id, String promise) {
        this.id = id;
        this.promise = promise;
    }

    public String id() {
        return id;
    }

    public String promise() {
        return promise;
    }
}
