package dev.tautline.alert.quiet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The silences that people have set, on their way to the disk and from it. Thread-safe.
public final class Silences {
    /// A silence that is over is listed this long.
    private static final Duration LISTED_AFTER = Duration.ofDays(7);

    private final Map<String, Silence> silences = new LinkedHashMap<>();
    private final List<Runnable> handed = new ArrayList<>();
    private final List<Runnable> fresh = new ArrayList<>();

    /// @param earlier those that an earlier guard wrote
    public Silences(List<Silence> earlier) {
        earlier.forEach(silence -> silences.put(silence.id(), silence));
    }

    /// Sets one, or changes the one of the same id. Completes when it is on the disk.
    public synchronized CompletableFuture<Silence> set(Silence silence) {
        silences.put(silence.id(), silence);
        var answer = new CompletableFuture<Silence>();
        fresh.add(() -> answer.complete(silence));
        return answer;
    }

    /// Ends one; it stays listed.
    public synchronized Optional<CompletableFuture<Silence>> expire(String id, Instant at) {
        return Optional.ofNullable(silences.get(id))
                .map(old -> set(new Silence(
                        old.id(),
                        old.matchers(),
                        old.from(),
                        old.until().isBefore(at) ? old.until() : at,
                        old.by(),
                        old.why())));
    }

    /// In the order in which they were set.
    public synchronized List<Silence> all() {
        return List.copyOf(silences.values());
    }

    public synchronized boolean hush(Labels labels, Instant at) {
        return silences.values().stream().anyMatch(silence -> silence.hushes(labels, at));
    }

    /// What the disk shall hold now.
    public synchronized List<Silence> toWrite(Instant at) {
        silences.values().removeIf(silence -> silence.until().isBefore(at.minus(LISTED_AFTER)));
        handed.addAll(fresh);
        fresh.clear();
        return List.copyOf(silences.values());
    }

    /// What [#toWrite] answered is on the disk.
    public synchronized void written() {
        handed.forEach(Runnable::run);
        handed.clear();
    }
}
