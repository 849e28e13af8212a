package dev.tautline.drill;

import java.util.UUID;

/// What somebody of the shop wanted to do with an order, and what was said to it.
///
/// @param order its number
/// @param refund the id that the form had; all zero for other deeds
/// @param amountMinor what was to be given back; 0 for other deeds
public record Deed(String who, long order, Kind kind, UUID refund, long amountMinor, Outcome outcome, String log) {
    static final UUID NO_REFUND = new UUID(0, 0);

    public enum Kind {
        SHIP,
        CANCEL,
        REFUND
    }

    public enum Outcome {
        DONE,
        /// The shop said no, and nobody asked in a way that was not answered.
        REFUSED,
        /// At least one try had no answer: only the shop knows.
        UNKNOWN
    }

    String told() {
        return "%s, %s of order %d: %s %s".formatted(who, kind, order, outcome, log);
    }
}
