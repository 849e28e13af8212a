package dev.tautline.gameday;

import java.time.Instant;
import java.util.Optional;

/// What the player took for the cause.
///
/// @param cause its id, or [#NOTHING_WRONG]; empty for who gave up
/// @param right whether the fault's page has it among the diagnoses that must speak
record Guess(Optional<String> cause, Instant at, boolean right) {
    /// In place of a cause: nothing is wrong with the database or the way to it.
    static final String NOTHING_WRONG = "nothing-wrong";
}
