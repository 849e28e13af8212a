package dev.tautline.incident;

import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.finding.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How bad an incident is, and what people and time have made of it.
///
/// @param severity the worst that its impact has shown
/// @param mitigatedAt since when nobody is hit any more; null while somebody is, or nobody can tell
/// @param relapses how often it came back after health had been proven
/// @param alsoFits causes that fit beside the named one, the firmest first: whom to ask next
/// @param burnRate how many times faster than the objective allows its error budget is spent since the onset; null
///     without an objective or without requests
/// @param requestsMissing about how many requests fewer than usual were answered while it lasted, as far as agents
/// tell;
///     null while the usual is not known
public record Handling(
        Severity severity,
        @Nullable Acknowledgement acknowledged,
        @Nullable Instant mitigatedAt,
        int relapses,
        List<Supported> alsoFits,
        @Nullable Double burnRate,
        @Nullable Long requestsMissing) {
    /// Of an incident that was written before there was any.
    public static final Handling NONE = new Handling(Severity.HIGH, null, null, 0, List.of(), null, null);

    public Handling {
        alsoFits = alsoFits == null ? List.of() : List.copyOf(alsoFits);
    }
}
