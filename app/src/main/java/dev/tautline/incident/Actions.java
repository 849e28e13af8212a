package dev.tautline.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What people ask for, on its way to the desk. Whoever asks hears back when it is done and on the disk. Thread-safe.
public final class Actions {
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final Queue<Applied> applied = new ConcurrentLinkedQueue<>();

    private record Asked(Action action, CompletableFuture<Incident> answer) {}

    private record Applied(Instant at, Incident incident, CompletableFuture<Incident> answer) {}

    /// The incident as it is then; [ActionRefused] when it cannot be done.
    public CompletableFuture<Incident> ask(Action action) {
        var answer = new CompletableFuture<Incident>();
        asked.add(new Asked(action, answer));
        return answer;
    }

    /// Does what was asked for. On the desk's thread.
    public void apply(Desk desk, Troubles troubles, Instant at) {
        for (var next = asked.poll(); next != null; next = asked.poll()) {
            try {
                var own = troubles.act(next.action(), at);
                applied.add(new Applied(at, own == null ? desk.act(next.action(), at) : own, next.answer()));
            } catch (ActionRefused e) {
                next.answer().completeExceptionally(e);
            }
        }
    }

    /// All that was known at `at` is on the disk, or the disk cannot be written and the guard goes on in memory.
    public void written(Instant at) {
        List<Applied> done = new ArrayList<>();
        applied.forEach(each -> {
            if (!each.at().isAfter(at)) {
                done.add(each);
            }
        });
        applied.removeAll(done);
        done.forEach(each -> each.answer().complete(each.incident()));
    }
}
