package dev.tautline.store.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one frame says: an order was received, or a checkout has come to its end. Exactly one of both.
record JournalRecord(
        @Nullable ReceivedOrder received, @Nullable UUID settled) {
    static JournalRecord of(ReceivedOrder order) {
        return new JournalRecord(order, null);
    }

    static JournalRecord settled(UUID checkout) {
        return new JournalRecord(null, checkout);
    }
}
