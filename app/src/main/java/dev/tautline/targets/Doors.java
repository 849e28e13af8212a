package dev.tautline.targets;

import dev.tautline.probe.FailureKind;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.Step;
import dev.tautline.probe.evidence.Capacity;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// How many of our connections one server gets at once when several targets lead to it: one until it is known what it
/// bears, then a part of what it has left.
final class Doors {
    private static final int UNKNOWN = 1;

    /// A server that answers and keeps its slots to itself, or refuses us before it has given one.
    private static final int ANSWERING = 8;

    private static final int MOST = 16;

    /// Of what is free, so that whoever comes meanwhile is not refused on our account.
    private static final int PART = 4;

    private static final Set<FailureKind> FULL = EnumSet.of(
            FailureKind.ROLE_CONNECTION_LIMIT,
            FailureKind.DATABASE_CONNECTION_LIMIT,
            FailureKind.CONNECTION_SLOTS_USED_UP,
            FailureKind.ONLY_RESERVED_SLOTS_LEFT,
            FailureKind.TOO_MANY_CONNECTIONS,
            FailureKind.POOLER_FULL);

    private final ConcurrentMap<String, Door> doors = new ConcurrentHashMap<>();

    /// The door of one endpoint.
    Door of(ProbeTarget host) {
        return doors.computeIfAbsent(host.dialledEndpoint(), _ -> new Door());
    }

    /// Safe for many threads; waiting costs none of a climb's time, which begins inside.
    static final class Door {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition free = lock.newCondition();
        private int inside;
        private int limit = UNKNOWN;

        void enter() throws InterruptedException {
            lock.lockInterruptibly();
            try {
                while (inside >= limit) {
                    free.await();
                }
                inside++;
            } finally {
                lock.unlock();
            }
        }

        /// @param seen what the climb saw of every address; nothing when it broke off
        void leave(List<LadderResult> seen) {
            lock.lock();
            try {
                inside--;
                limit = seen.stream().mapToInt(Door::borne).min().orElse(limit);
                free.signalAll();
            } finally {
                lock.unlock();
            }
        }

        /// Where nothing answers, nothing can be pushed over.
        private static int borne(LadderResult seen) {
            var step = seen.failure().map(failed -> failed.step());
            if (step.filter(failed -> failed.compareTo(Step.CONNECT) <= 0).isPresent()) {
                return Integer.MAX_VALUE;
            }
            var kind = seen.failure().map(failed -> failed.failure().kind());
            if (kind.filter(FULL::contains).isPresent()) {
                return UNKNOWN;
            }
            return seen.seen(Capacity.class)
                    .map(slots -> Math.clamp(free(slots) / PART, UNKNOWN, MOST))
                    .orElse(ANSWERING);
        }

        /// By the tightest limit that is known.
        private static int free(Capacity slots) {
            var use = slots.use();
            return use == null
                    ? slots.free()
                    : Stream.of(use.role().free(), use.database().free(), slots.free())
                            .filter(Objects::nonNull)
                            .mapToInt(Integer::intValue)
                            .min()
                            .orElseThrow();
        }
    }
}
