package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.PathFailure;
import dev.tautline.diagnosis.Scene;
import java.util.Optional;

/// What became of the role that a failed connection logged in as, on whichever server saw it: `role shop: expired`.
/// The watch notes a property of a role that it meets for the first time as a change from nothing only when the
/// property is one that keeps the role out.
final class RoleChanges {
    static final String EXPIRED = "expired";
    static final String MAY_LOG_IN = "may log in";
    static final String LIMIT = "connection limit";

    private RoleChanges() {}

    static Optional<Change> of(PathFailure failure, Scene scene, String property) {
        return Suffering.user(failure, scene)
                .flatMap(user -> scene.changes().reversed().stream()
                        .filter(change -> change.kind() == Change.Kind.SERVER_SETTING
                                && change.what().equals("role " + user + ": " + property))
                        .findFirst());
    }

    static boolean on(Change change) {
        return "true".equals(change.after());
    }
}
