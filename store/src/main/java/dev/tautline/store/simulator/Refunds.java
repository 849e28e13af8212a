package dev.tautline.store.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// What was given back of each payment, once per id of a refund. Guarded by the bank that owns it.
final class Refunds {
    private final Map<UUID, Refund> known = new HashMap<>();
    private final Map<UUID, Long> sums = new HashMap<>();

    private record Refund(UUID payment, long amountMinor) {}

    /// How a bank takes the wish for a refund.
    enum Outcome {
        DONE,
        DONE_BEFORE,
        /// The id stands for another refund.
        OTHER,
        /// More than was taken and not given back yet.
        TOO_MUCH
    }

    Outcome take(UUID id, UUID payment, long amountMinor, long capturedMinor) {
        var wish = new Refund(payment, amountMinor);
        var before = known.get(id);
        if (before != null) {
            return before.equals(wish) ? Outcome.DONE_BEFORE : Outcome.OTHER;
        }
        var sum = sums.getOrDefault(payment, 0L);
        if (amountMinor > capturedMinor - sum) {
            return Outcome.TOO_MUCH;
        }
        known.put(id, wish);
        sums.put(payment, sum + amountMinor);
        return Outcome.DONE;
    }
}
