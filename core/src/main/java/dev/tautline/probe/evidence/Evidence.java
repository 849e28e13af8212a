package dev.tautline.probe.evidence;

/// What one step saw: plain values, without connections or secrets.
public interface Evidence {
    /// One line for a reader, never a secret.
    String words();
}
