package dev.tautline.store.outbox;

import java.util.UUID;

/// Writes the letters about accounts. Called in the transaction that puts the letter into the sink.
public interface AccountLetters {
    Letter write(Topic topic, UUID customer);
}
