package dev.tautline.probe;

import dev.tautline.finding.Owner;
import java.util.List;

/// Why a step failed, for the person who has to mend it.
///
/// @param code the SQLSTATE or the errno-like name (`ECONNREFUSED`) that was seen
/// @param words what the server or the system itself said, secrets scrubbed
/// @param cause the likely cause in plain words
/// @param provenFine what the earlier steps showed to be in order
/// @param next the next command to type
/// @param fix how to mend it
public record Failure(
        FailureKind kind,
        String code,
        String words,
        String cause,
        Owner owner,
        List<String> provenFine,
        String next,
        String fix) {
    public Failure {
        provenFine = List.copyOf(provenFine);
    }
}
