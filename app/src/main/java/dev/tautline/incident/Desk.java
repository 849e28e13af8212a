package dev.tautline.incident;

import java.time.Instant;

/// Where people's actions on incidents arrive.
public interface Desk {
    /// Does what a person asks for.
    ///
    /// @throws ActionRefused when there is no such incident, or it is over and cannot be taken any more
    Incident act(Action action, Instant at);
}
