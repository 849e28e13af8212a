package dev.tautline.drill;

import java.util.UUID;

/// One buyer's wish to order, with all that was tried for it, as the buyer lived it.
///
/// @param outcome what the buyer knows at the end
/// @param token the key to the order's page that the buyer was shown; empty when none
/// @param log each invocation and what came back, with milliseconds since the drill's start
public record Attempt(String buyer, UUID checkout, Outcome outcome, String token, String log) {

    public enum Outcome {
        /// The shop has the order.
        OK,
        /// The shop has written it down, "not charged yet".
        RECEIVED,
        /// The shop said no each time.
        FAIL,
        /// At least one try had no answer, and none said yes: only the shop knows.
        UNKNOWN
    }

    public boolean promised() {
        return outcome == Outcome.OK || outcome == Outcome.RECEIVED;
    }

    String told() {
        return "%s, checkout %s: %s %s".formatted(buyer, checkout, outcome, log);
    }
}
