package dev.tautline.alert;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What became of one attempt. `what` holds no secret.
///
/// @param retryAfter how long the receiver asked to be left alone, null when it did not
public record Receipt(boolean taken, String what, @Nullable Duration retryAfter) {
    static Receipt taken(String what) {
        return new Receipt(true, what, null);
    }

    static Receipt failed(String why) {
        return new Receipt(false, why, null);
    }
}
