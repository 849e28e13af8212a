package dev.tautline.finding;

/// A finding that somebody decided to live with, and why. It is counted and shown apart, never dropped.
public record Suppressed(Finding finding, Kind kind, String reason) {
    /// Where the decision is written.
    public enum Kind {
        /// A comment beside the finding.
        INLINE,
        /// The list `check.ignore` of `taut.yaml`.
        IGNORED,
        /// The baseline: it was there before the check was.
        BASELINE
    }
}
