package dev.tautline.probe;

/// What a step that passed has to show. The next step needs it, so no step can run out of order.
interface Evidence {
    /// One line for a reader, never a secret.
    String words();
}
