package dev.tautline.store.outbox;

import java.time.Instant;
import java.util.UUID;

/// Writes the letters about accounts. Called in the transaction that puts the letter into the sink.
public interface AccountLetters {
    /// @param happened when the cause of the letter did, which may be long before it is written
    Letter write(Topic topic, UUID customer, Instant happened);
}
