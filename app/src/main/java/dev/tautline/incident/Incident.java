package dev.tautline.incident;

import dev.tautline.diagnosis.Diagnosis.Open;
import dev.tautline.diagnosis.Diagnosis.RuledOut;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Symptom;
import dev.tautline.finding.Owner;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
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
        List<TimelineEntry> timeline,
        Handling handling) {
    public Incident {
        // One that an earlier version wrote has none.
        handling = Objects.requireNonNullElse(handling, Handling.NONE);
    }

    /// One that nobody has touched yet.
    public Incident(
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
        this(
                id,
                onset,
                detectedAt,
                namedAt,
                resolvedAt,
                cause,
                ruledOut,
                undecided,
                symptoms,
                impact,
                timeline,
                Handling.NONE);
    }

    public boolean open() {
        return resolvedAt == null;
    }

    public State state() {
        if (resolvedAt != null) {
            return State.RESOLVED;
        }
        if (handling.mitigatedAt() != null) {
            return State.MITIGATED;
        }
        return handling.acknowledged() == null ? State.OPEN : State.ACKNOWLEDGED;
    }

    /// The team that the diagnosis names first, null while no cause is named.
    public @Nullable Owner owner() {
        return cause == null ? null : cause.cause().owner();
    }

    /// The teams that the diagnosis names, in its order: the cause's, those of causes that fit, too, and those of
    /// causes that could not be judged.
    public List<Owner> owners() {
        var owners = new LinkedHashSet<Owner>();
        if (cause != null) {
            owners.add(cause.cause().owner());
        }
        handling.alsoFits().forEach(fits -> owners.add(fits.cause().owner()));
        undecided.forEach(open -> owners.add(open.cause().owner()));
        return List.copyOf(owners);
    }
}
