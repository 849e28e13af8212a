package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.PathFailure;
import dev.tautline.diagnosis.Scene;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;

/// What became of the role that a failed connection logged in as, on whichever server saw it, as the watch's
/// fingerprint of roles names it: `role shop: may log in`.
final class RoleChanges {
    static final String VALID_UNTIL = "password valid until";
    static final String MAY_LOG_IN = "may log in";
    static final String LIMIT = "connection limit";

    /// A `timestamptz` as text: `2026-06-07 10:45:00+00`.
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendOffset("+HH:mm", "+00")
            .toFormatter();

    private RoleChanges() {}

    static Optional<Change> of(PathFailure failure, Scene scene, String property) {
        return Suffering.user(failure, scene)
                .flatMap(user -> scene.changes().reversed().stream()
                        .filter(change -> change.what().equals("role " + user + ": " + property))
                        .findFirst());
    }

    /// The role was given a date that has passed.
    static Optional<Change> expiry(PathFailure failure, Scene scene) {
        return of(failure, scene, VALID_UNTIL).filter(change -> passed(change, scene));
    }

    private static boolean passed(Change change, Scene scene) {
        try {
            var until = change.after();
            return until != null
                    && OffsetDateTime.parse(until, TIMESTAMP).toInstant().isBefore(scene.at());
        } catch (DateTimeException notADate) {
            return false;
        }
    }
}
