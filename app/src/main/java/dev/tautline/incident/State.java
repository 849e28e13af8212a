package dev.tautline.incident;

/// Where an incident stands. Only evidence resolves; people acknowledge.
public enum State {
    /// Nobody has taken it yet.
    OPEN,
    /// Somebody works on it.
    ACKNOWLEDGED,
    /// Nobody is hit any more: health is proven but has not held yet, or somebody says that users are out of it.
    MITIGATED,
    /// Health was proven and held.
    RESOLVED
}
