package dev.tautline.watch;

import dev.tautline.diagnosis.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What goes to and fro is told once as something that alternates, and not at each turn. Not thread-safe.
final class Turns {
    /// A value that changes for the fourth time within a minute does not mean to stay.
    private static final int MANY = 4;

    private static final Duration WINDOW = Duration.ofSeconds(60);

    private record Thing(Change.Kind kind, String subject, String what) {}

    private static final class Past {
        private final Deque<Instant> turns = new ArrayDeque<>();
        private boolean told;
    }

    private final Map<Thing, Past> things = new HashMap<>();

    /// The change itself, one that says it alternates, or nothing when that was said already.
    Optional<Change> note(Change change) {
        var past = things.computeIfAbsent(new Thing(change.kind(), change.subject(), change.what()), key -> new Past());
        var oldest = change.at().minus(WINDOW);
        // A turn that is still to come was noted before the clock was set back.
        past.turns.removeIf(turn -> turn.isBefore(oldest) || turn.isAfter(change.at()));
        past.turns.addLast(change.at());
        if (past.turns.size() < MANY || change.before() == null || change.after() == null) {
            past.told = false;
            return Optional.of(change);
        }
        if (past.told) {
            return Optional.empty();
        }
        past.told = true;
        return Optional.of(Change.alternating(
                change.at(), change.kind(), change.subject(), change.what(), change.before(), change.after()));
    }
}
