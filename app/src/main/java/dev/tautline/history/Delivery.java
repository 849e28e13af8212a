package dev.tautline.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One message to one receiver, until it is settled.
///
/// @param key the same for every attempt, and after a restart
/// @param body what its sender made of the incident when it fell due
/// @param due not to be tried before
/// @param settled when it was taken or given up; null while it is still to be sent
/// @param outcome what came of the last attempt
public record Delivery(
        String key,
        String incident,
        String receiver,
        String body,
        Instant created,
        int attempts,
        Instant due,
        @Nullable Instant settled,
        @Nullable String outcome) {
    public boolean pending() {
        return settled == null;
    }
}
