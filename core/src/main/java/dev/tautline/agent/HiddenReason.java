package dev.tautline.agent;

import dev.tautline.agent.ConnectionTest.Result;
import dev.tautline.probe.ProbeTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// With several hosts in its URL and a role that it demands, pgjdbc 42.7 says in the end that no host has the role, and
/// keeps to itself why one of them did not let it in. Then the ladder is climbed to each host with the same login,
/// every two seconds at most, to learn it. Thread-safe.
final class HiddenReason {
    private static final String HIDES = "Could not find a server with specified targetServerType";
    private static final String ROLE = "role";
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Supplier<List<ProbeTarget>> targets;
    private final PoolRecorder recorder;
    private final AgentClock clock;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile @Nullable Known known;

    private record Known(Instant at, FailedConnect reason) {}

    HiddenReason(Supplier<List<ProbeTarget>> targets, PoolRecorder recorder, AgentClock clock) {
        this.targets = targets;
        this.recorder = recorder;
        this.clock = clock;
    }

    /// Records the failure, with what is behind it when the driver hides that. Does not wait.
    void record(FailedConnect failure) {
        if (!failure.message().contains(HIDES)) {
            recorder.connectFailed(failure);
            return;
        }
        var lately = known;
        if (lately != null && lately.at().plus(PAUSE).isAfter(clock.now())) {
            recorder.connectFailed(lately.reason());
        } else if (asking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("tautline-hidden-reason").start(() -> ask(failure));
        } else {
            recorder.connectFailed(lately == null ? failure : lately.reason());
        }
    }

    private void ask(FailedConnect failure) {
        try {
            var reason = reason(failure);
            known = new Known(clock.now(), reason);
            recorder.connectFailed(reason);
        } finally {
            asking.set(false);
        }
    }

    /// A host with another role has let us in: what counts is who did not.
    private FailedConnect reason(FailedConnect otherwise) {
        return targets.get().stream()
                .map(target -> new LadderOpening(List.of(target), PATIENCE).open())
                .filter(Result.Failed.class::isInstance)
                .map(failed -> ((Result.Failed) failed).failure())
                .filter(failed -> !failed.step().equals(ROLE))
                .findFirst()
                .orElse(otherwise);
    }
}
