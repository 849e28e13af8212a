package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerView;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

/// Changes on a server or in its cluster that are young enough to explain what is seen now.
final class Recent {
    /// A dropped index or a shorter time-out shows at the next request, an expired cache within minutes.
    private static final Duration EXPLAINS = Duration.ofMinutes(10);

    private Recent() {}

    /// Newest first.
    static Stream<Change> of(Scene scene, ServerView server, Change.Kind kind) {
        return scene.changes().reversed().stream()
                .filter(change -> change.kind() == kind)
                .filter(change -> change.subject().equals(server.target())
                        || change.subject().equals(server.target() + "'s cluster"))
                .filter(change -> !change.at().isBefore(scene.at().minus(EXPLAINS)));
    }

    /// One of two changes of which the later takes back what the earlier one did.
    static boolean cancelledOut(Change change, Scene scene) {
        return scene.changes(change.kind(), change.subject())
                .filter(other -> other.what().equals(change.what()))
                .anyMatch(other -> other.at().isBefore(change.at())
                        ? Objects.equals(other.before(), change.after())
                        : other.at().isAfter(change.at()) && Objects.equals(other.after(), change.before()));
    }
}
