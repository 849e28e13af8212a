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

    /// With what it publishes now. A cause that replaces another one is as old as it was read.
    GuardSaid then(List<GuardIncident> incidents, Instant struckAt, Instant now) {
        Predicate<Instant> since = at -> !at.isBefore(struckAt);
        var detected =
                incidents.stream().map(GuardIncident::detectedAt).filter(since).min(Comparator.naturalOrder());
        var first = incidents.stream()
                .filter(incident -> incident.cause() != null)
                .flatMap(incident ->
                        Stream.ofNullable(incident.namedAt()).filter(since).map(at -> new Named(at, incident)))
                .min(Comparator.comparing(Named::at));
        if (first.isEmpty()) {
            // A cause that was taken back was named all the same; what is told stays the last thing that was told.
            return new GuardSaid(detected.or(() -> detectedAt), namedAt, named);
        }
        boolean revised = named.flatMap(GuardSaid::cause).isPresent()
                && !named.flatMap(GuardSaid::cause).equals(cause(first.get().incident()));
        boolean same = named.isPresent() && !revised;
        var at = revised
                ? Optional.of(now)
                : same ? namedAt : Optional.of(first.get().at());
        return new GuardSaid(
                detected.or(() -> detectedAt), at, Optional.of(first.get().incident()));
    }

    /// The id of the cause that is named.
    Optional<String> cause() {
        return named.flatMap(GuardSaid::cause);
    }

    private static Optional<String> cause(GuardIncident incident) {
        return Optional.ofNullable(incident.cause()).map(GuardIncident.Cause::id);
    }

    private record Named(Instant at, GuardIncident incident) {}
}
