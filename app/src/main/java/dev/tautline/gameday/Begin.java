package dev.tautline.gameday;

/// How a round began.
enum Begin {
    /// The player named the fault: there is nothing to guess, and the guard alone is timed.
    CHOSEN,
    /// Drawn from what can be injected here.
    SURPRISE,
    /// Somebody injected it from the shell.
    SHELL
}
