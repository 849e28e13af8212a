package dev.tautline.store.customer;

import dev.tautline.store.language.Language;
import java.time.Instant;
import java.util.UUID;

/// Somebody with an account.
///
/// @param epoch grows with each new password; what was made before is void
public record Customer(
        UUID id, String email, String name, Language language, boolean verified, int epoch, Instant createdAt) {

    @Override
    public String toString() {
        return "Customer[" + id + "]";
    }
}
