package dev.tautline.diagnosis;

import org.jspecify.annotations.Nullable;

/// The process of an instance, and how its agent can be reached.
///
/// @param requestsInFlight requests that have begun and not ended
/// @param requestThreads how many it works on at once at most; null without a limit or when nobody knows it
/// @param pauses part of the time that collecting garbage took, 0 to 1; null until two reports tell it
/// @param cpu part of its processors that it used, 0 to 1; null until two reports tell it
/// @param problem why the last question to the agent was not answered; null when it was
public record ProcessView(
        int requestsInFlight,
        @Nullable Integer requestThreads,
        @Nullable Double pauses,
        @Nullable Double cpu,
        @Nullable String problem) {
    public static final ProcessView UNKNOWN = new ProcessView(0, null, null, null, null);
}
