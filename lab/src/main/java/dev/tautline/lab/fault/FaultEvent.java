package dev.tautline.lab.fault;

import java.time.Instant;

/// What the lab did and when: the truth against which a diagnosis is judged.
public record FaultEvent(Instant at, Kind kind, Fault fault) {
    public enum Kind {
        INJECTED,
        HEALED
    }
}
