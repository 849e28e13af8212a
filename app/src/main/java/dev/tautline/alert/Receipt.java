package dev.tautline.alert;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What became of one attempt. `what` holds no secret.
///
/// @param refused the receiver has answered and will not take this message, however often it is sent
/// @param retryAfter how long the receiver asked to be left alone, null when it did not
public record Receipt(
        boolean taken,
        boolean refused,
        String what,
        @Nullable Duration retryAfter) {
    public static Receipt taken(String what) {
        return new Receipt(true, false, what, null);
    }

    /// Worth another try.
    public static Receipt failed(String why) {
        return failed(why, null);
    }

    public static Receipt failed(String why, @Nullable Duration retryAfter) {
        return new Receipt(false, false, why, retryAfter);
    }

    public static Receipt refused(String why) {
        return new Receipt(false, true, why, null);
    }
}
