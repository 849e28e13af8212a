package dev.tautline.watch;

import dev.tautline.diagnosis.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Remembers how things were and notes what differs: the fingerprint of each subject is a map from name to value.
/// The first fingerprint of a subject is no change. Not thread-safe: the watch's own thread uses it.
final class Changes {
    /// Older changes explain nothing that begins now, and the timeline keeps its own.
    private static final int MOST = 200;

    private record Fingerprint(Change.Kind kind, String subject) {}

    private final Map<Fingerprint, Map<String, String>> known = new HashMap<>();
    private final List<Change> noted = new ArrayList<>();
    private final Turns turns = new Turns();

    /// Notes what differs from the last time, as having happened at `at`.
    void compare(Change.Kind kind, String subject, Map<String, String> present, Instant at) {
        var before = known.put(new Fingerprint(kind, subject), Map.copyOf(present));
        if (before == null) {
            return;
        }
        var names = new TreeSet<>(before.keySet());
        names.addAll(present.keySet());
        for (var name : names) {
            var was = before.get(name);
            var is = present.get(name);
            if (was == null || !was.equals(is)) {
                turns.note(new Change(at, kind, subject, name, was, is)).ifPresent(noted::add);
            }
        }
        if (noted.size() > MOST) {
            noted.subList(0, noted.size() - MOST).clear();
        }
    }

    /// What is known of every subject now, in the order of their names.
    List<InForce> inForce() {
        return known.entrySet().stream()
                .map(entry -> new InForce(entry.getKey().kind(), entry.getKey().subject(), entry.getValue()))
                .sorted(Comparator.comparing(InForce::kind).thenComparing(InForce::subject))
                .toList();
    }

    /// The clock was set back by so much: what was noted is as long ago as before.
    void shift(Duration by) {
        noted.replaceAll(change -> new Change(
                change.at().plus(by), change.kind(), change.subject(), change.what(), change.before(), change.after()));
    }

    /// Oldest first.
    List<Change> all() {
        return List.copyOf(noted);
    }
}
