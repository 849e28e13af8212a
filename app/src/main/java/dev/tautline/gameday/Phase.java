package dev.tautline.gameday;

/// How far a round has come.
enum Phase {
    INJECTING,
    IN_FORCE,
    HEALING,
    OVER
}
