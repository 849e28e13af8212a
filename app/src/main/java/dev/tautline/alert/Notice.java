package dev.tautline.alert;

import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.incident.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What one receiver is told.
///
/// @param key the same however often it is sent; a receiver drops the second of two
/// @param covers the names of all that happened to the incident and is told with this
/// @param since the incident's onset
/// @param text the diagnosis, in plain lines
/// @param facts the same, line by line
/// @param labels what the incident is found by at present
/// @param formerLabels under which the receiver was told last, when they were others
/// @param link where the incident is shown, null when nowhere
/// @param runbook what to read, null when nobody has said where that is
public record Notice(
        String key,
        String incident,
        Transition transition,
        List<String> covers,
        Instant at,
        @Nullable Instant since,
        @Nullable Instant resolvedAt,
        String subject,
        String text,
        List<Fact> facts,
        @Nullable String cause,
        @Nullable Owner owner,
        Severity severity,
        State state,
        Map<String, String> labels,
        @Nullable Map<String, String> formerLabels,
        @Nullable String link,
        @Nullable String runbook) {
    public Notice {
        // One that an earlier version wrote has fewer parts.
        covers = Objects.requireNonNullElse(covers, List.of());
        facts = Objects.requireNonNullElse(facts, List.of());
        labels = Objects.requireNonNullElse(labels, Map.of());
        severity = Objects.requireNonNullElse(severity, Severity.HIGH);
        state = Objects.requireNonNullElse(state, State.OPEN);
    }

    /// A message that belongs to no incident of a database: a test, a sign of life, a digest.
    ///
    /// @param incident what receivers that count incidents know it by
    public static Notice plain(
            String key, String incident, Transition transition, Instant at, String subject, String text) {
        return new Notice(
                key,
                incident,
                transition,
                List.of(),
                at,
                at,
                null,
                subject,
                text,
                List.of(),
                null,
                null,
                Severity.LOW,
                State.OPEN,
                Map.of(),
                null,
                null,
                null);
    }
}
