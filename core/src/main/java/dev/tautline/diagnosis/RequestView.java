package dev.tautline.diagnosis;

import org.jspecify.annotations.Nullable;

/// The requests that one instance answered over the last few seconds. `errors` and `slow` are shares of `answered`.
/// `total` splits into `waiting` for a connection, `holding` one, and `own`: everything else that the application and
/// its frontend do (means, in milliseconds). Readings are null when nothing was answered.
public record RequestView(
        int answered,
        double errors,
        double slow,
        @Nullable Reading perSecond,
        @Nullable Reading totalP95,
        @Nullable Reading total,
        @Nullable Reading waiting,
        @Nullable Reading holding,
        @Nullable Reading own) {}
