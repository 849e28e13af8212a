package dev.tautline.incident;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A service level objective: the share of requests that shall be answered well, over a window.
///
/// @param share above 0 and below 1, such as 0.999
public record Objective(double share, Duration window) {
    /// How many times faster than allowed the error budget is spent; null when no request was counted.
    @Nullable
    Double burnRate(Impact impact) {
        return impact.requests() == 0 ? null : impact.shareOfRequests() / (1 - share);
    }

    /// The share of the window's whole error budget that is spent at this rate in this time.
    double spent(double burnRate, Duration lasting) {
        return burnRate * lasting.toMillis() / window.toMillis();
    }
}
