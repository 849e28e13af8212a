package dev.tautline.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything known at one instant, and the changes of the recent past (newest last). All hypotheses are judged on the
/// same scene.
///
/// @param calmUntil when at least [#CALM] without any symptom were last over; null when there were none
/// @param guardDelay how late the guard's own threads wake up, at the 95th percentile of the last seconds; null where
///     that is not measured
public record Scene(
        Instant at,
        List<InstanceView> instances,
        List<RouteView> routes,
        List<ServerView> servers,
        List<Change> changes,
        @Nullable Instant calmUntil,
        @Nullable Reading guardDelay) {
    /// So long without a symptom, what was before is over.
    public static final Duration CALM = Duration.ofSeconds(5);

    /// A scene that nothing is known to have come before.
    public Scene(
            Instant at,
            List<InstanceView> instances,
            List<RouteView> routes,
            List<ServerView> servers,
            List<Change> changes) {
        this(at, instances, routes, servers, changes, null, null);
    }

    /// The same with other servers.
    public Scene with(List<ServerView> others) {
        return new Scene(at, instances, routes, others, changes, calmUntil, guardDelay);
    }

    /// All was well for a while after that, so what is wrong now has begun since and for another reason.
    public boolean calmAfter(Instant that) {
        return calmAfter(that, CALM);
    }

    /// As [#calmAfter(Instant)], for what needs longer to show.
    public boolean calmAfter(Instant that, Duration calm) {
        return calmUntil != null && !calmUntil.minus(calm).isBefore(that);
    }

    /// Changes of one kind on one subject, newest first.
    public Stream<Change> changes(Change.Kind kind, String subject) {
        return changes.reversed().stream()
                .filter(change -> change.kind() == kind && change.subject().equals(subject));
    }

    public Optional<ServerView> server(String target) {
        return servers.stream().filter(server -> server.target().equals(target)).findFirst();
    }
}
