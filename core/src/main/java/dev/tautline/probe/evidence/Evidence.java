package dev.tautline.probe.evidence;

/// What one step saw: plain values, without connections or secrets.
public sealed interface Evidence
        permits Resolution,
                NameSource,
                Path,
                Encryption,
                Authentication,
                OpenSession,
                Intermediary,
                ServerAnswer,
                SearchPath,
                Role,
                Capacity,
                Writing {
    /// One line for a reader, never a secret.
    String words();
}
