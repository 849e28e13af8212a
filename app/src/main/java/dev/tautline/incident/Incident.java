package dev.tautline.incident;

import dev.tautline.diagnosis.Diagnosis.Open;
import dev.tautline.diagnosis.Diagnosis.RuledOut;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Symptom;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One outage from detection to proven health, as it is known at one instant.
///
/// @param onset the first sign of it, at or before `detectedAt`
/// @param namedAt when the present cause was named, null while none is
/// @param resolvedAt since when health is proven, null while it is open
public record Incident(
        String id,
        Instant onset,
        Instant detectedAt,
        @Nullable Instant namedAt,
        @Nullable Instant resolvedAt,
        @Nullable Supported cause,
        List<RuledOut> ruledOut,
        List<Open> undecided,
        List<Symptom> symptoms,
        Impact impact,
        List<TimelineEntry> timeline) {
    public boolean open() {
        return resolvedAt == null;
    }
}
