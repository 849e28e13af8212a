package dev.tautline.watch;

import dev.tautline.diagnosis.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/// Remembers how things were and notes what differs: the fingerprint of each subject is a map from name to value.
/// The first fingerprint of a subject is no change. Not thread-safe: the watch's own thread uses it.
final class Changes {
    /// Older changes explain nothing that begins now, and the timeline keeps its own.
    private static final int MOST = 200;

    /// From one look to the next.
    private static final int AT_ONCE = 40;

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
        var different = names.stream()
                .map(name -> new Change(at, kind, subject, name, before.get(name), present.get(name)))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
        few(different).stream().flatMap(change -> turns.note(change).stream()).forEach(noted::add);
        if (noted.size() > MOST) {
            noted.subList(0, noted.size() - MOST).clear();
        }
    }

    /// What a migration brings must not push out what else has changed: of very many, one stands for all that is new.
    private static List<Change> few(List<Change> all) {
        if (all.size() <= AT_ONCE) {
            return all;
        }
        var told = new ArrayList<>(all.stream()
                .filter(change -> change.before() != null)
                .limit(AT_ONCE - 1L)
                .toList());
        var other = all.stream().filter(change -> !told.contains(change)).toList();
        var one = other.getFirst();
        var what = one.what() + " and %d more".formatted(other.size() - 1);
        told.add(new Change(one.at(), one.kind(), one.subject(), what, one.before(), one.after()));
        return told;
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
