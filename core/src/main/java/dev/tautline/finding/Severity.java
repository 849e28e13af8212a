package dev.tautline.finding;

/// How bad the consequence is, worst first; never how sure we are.
public enum Severity {
    /// An outage or lost data.
    CRITICAL,
    /// An outage under a trigger that will come.
    HIGH,
    /// Slow or fragile.
    MEDIUM,
    /// Hygiene.
    LOW
}
