package dev.tautline.probe;

import dev.tautline.probe.evidence.Evidence;

/// What a step that passed hands to the next, often with an open connection. The next step needs it, so no step can run
/// out of order.
interface Rung {
    /// What the step saw, to be kept after the connection is closed.
    Evidence evidence();
}
