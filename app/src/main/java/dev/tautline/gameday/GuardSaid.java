package dev.tautline.gameday;

import dev.tautline.published.GuardIncident;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What the guard has published since a fault struck.
///
/// @param detectedAt when it opened an incident
/// @param namedAt when it named the cause that it names now
/// @param named the incident with that cause
record GuardSaid(Optional<Instant> detectedAt, Optional<Instant> namedAt, Optional<GuardIncident> named) {
    static final GuardSaid NOTHING = new GuardSaid(Optional.empty(), Optional.empty(), Optional.empty());

    /// With what it publishes now. What it does not tell any more, a cause that was taken back too, stays said.
    GuardSaid then(List<GuardIncident> incidents, Instant struckAt) {
        Predicate<Instant> since = at -> !at.isBefore(struckAt);
        var detected =
                incidents.stream().map(GuardIncident::detectedAt).filter(since).min(Comparator.naturalOrder());
        var first = incidents.stream()
                .filter(incident -> incident.cause() != null)
                .flatMap(incident ->
                        Stream.ofNullable(incident.namedAt()).filter(since).map(at -> new Named(at, incident)))
                .min(Comparator.comparing(Named::at));
        return new GuardSaid(
                detected.or(() -> detectedAt),
                first.map(Named::at).or(() -> namedAt),
                first.map(Named::incident).or(() -> named));
    }

    /// The id of the cause that is named.
    Optional<String> cause() {
        return named.map(GuardIncident::cause).map(GuardIncident.Cause::id);
    }

    private record Named(Instant at, GuardIncident incident) {}
}
