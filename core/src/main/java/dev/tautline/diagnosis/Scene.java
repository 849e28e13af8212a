package dev.tautline.diagnosis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything known at one instant, and the changes of the recent past (newest last). All hypotheses are judged on the
/// same scene.
public record Scene(
        Instant at,
        List<InstanceView> instances,
        List<RouteView> routes,
        List<ServerView> servers,
        List<Change> changes) {

    /// Changes of one kind on one subject, newest first.
    public Stream<Change> changes(Change.Kind kind, String subject) {
        return changes.reversed().stream()
                .filter(change -> change.kind() == kind && change.subject().equals(subject));
    }

    public Optional<ServerView> server(String target) {
        return servers.stream().filter(server -> server.target().equals(target)).findFirst();
    }
}
