package dev.tautline.store.database;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Stands before a pool and lets in no more errands than the pool has connections, the most urgent lane first, each for
/// a bounded wait. A full pool then costs a browsing visitor a fraction of a second and never a paying one his
/// turn. A gate that is shut, because the database does not answer, refuses at once instead of having everybody
/// find out by himself. Thread-safe.
public final class Gate {
    // Whoever would be further back than this will not be served in time.
    private static final int MOST_WAITING = 200;

    /// @param most how many of a lane may be inside at once
    /// @param longestWait how long one of a lane stands before the gate at most
    public record Limit(int most, Duration longestWait) {}

    private final String name;
    private final int width;
    private final Map<Lane, Limit> limits;
    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>();
    private final Map<Lane, Integer> insideByLane = new EnumMap<>(Lane.class);
    private int inside;
    private long tickets;
    private @Nullable String shutBecause;

    private final class Waiting implements Comparable<Waiting> {
        private final Lane lane;
        private final long ticket;
        private final Condition turn = lock.newCondition();
        private boolean admitted;

        Waiting(Lane lane, long ticket) {
            this.lane = lane;
            this.ticket = ticket;
        }

        @Override
        public int compareTo(Waiting other) {
            var byLane = lane.compareTo(other.lane);
            return byLane != 0 ? byLane : Long.compare(ticket, other.ticket);
        }
    }

    public Gate(String name, int width, Map<Lane, Limit> limits) {
        this.name = name;
        this.width = width;
        this.limits = Map.copyOf(limits);
    }

    /// Waits until there is room, at most as long as the lane and the errand allow. Each success needs its `leave`.
    public void enter(Errand errand) throws GateRefusal {
        lock.lock();
        try {
            refuseIfShut();
            if (hasRoomFor(errand.lane()) && nobodyMoreUrgent(errand.lane())) {
                admit(errand.lane());
            } else {
                await(errand);
            }
        } finally {
            lock.unlock();
        }
    }

    public void leave(Lane lane) {
        lock.lock();
        try {
            inside--;
            insideByLane.merge(lane, -1, Integer::sum);
            admitNext();
        } finally {
            lock.unlock();
        }
    }

    /// Refuses everybody from now on, those who wait included.
    public void shut(String because) {
        lock.lock();
        try {
            shutBecause = because;
            waiting.forEach(waiter -> waiter.turn.signal());
        } finally {
            lock.unlock();
        }
    }

    public void open() {
        lock.lock();
        try {
            shutBecause = null;
        } finally {
            lock.unlock();
        }
    }

    public boolean isOpen() {
        lock.lock();
        try {
            return shutBecause == null;
        } finally {
            lock.unlock();
        }
    }

    public int waitingCount() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private void await(Errand errand) throws GateRefusal {
        if (waiting.size() >= MOST_WAITING) {
            throw new GateRefusal("%d errands wait before %s already".formatted(MOST_WAITING, name));
        }
        var self = new Waiting(errand.lane(), tickets++);
        waiting.add(self);
        try {
            awaitTurn(self, errand);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new GateRefusal("interrupted before " + name);
        } finally {
            waiting.remove(self);
            if (!self.admitted) {
                // Who gives up may have stood before somebody of another lane that has room.
                admitNext();
            }
        }
    }

    private void awaitTurn(Waiting self, Errand errand) throws InterruptedException, GateRefusal {
        var left = Math.min(
                limit(errand.lane()).longestWait().toNanos(), errand.left().toNanos());
        while (!self.admitted) {
            refuseIfShut();
            if (left <= 0) {
                throw new GateRefusal("no room at %s for %s in time".formatted(name, errand.lane()));
            }
            left = self.turn.awaitNanos(left);
        }
    }

    private void admitNext() {
        var next = waiting.stream()
                .filter(waiter -> !waiter.admitted && hasRoomFor(waiter.lane))
                .min(Waiting::compareTo);
        next.ifPresent(waiter -> {
            waiter.admitted = true;
            admit(waiter.lane);
            waiter.turn.signal();
        });
    }

    private void admit(Lane lane) {
        inside++;
        insideByLane.merge(lane, 1, Integer::sum);
    }

    private boolean hasRoomFor(Lane lane) {
        return inside < width
                && insideByLane.getOrDefault(lane, 0) < limit(lane).most();
    }

    private boolean nobodyMoreUrgent(Lane lane) {
        return waiting.stream().noneMatch(waiter -> waiter.lane.compareTo(lane) <= 0 && hasRoomFor(waiter.lane));
    }

    private Limit limit(Lane lane) {
        return limits.getOrDefault(lane, new Limit(width, Duration.ofNanos(TimeUnit.SECONDS.toNanos(1))));
    }

    private void refuseIfShut() throws GateRefusal {
        if (shutBecause != null) {
            throw new GateRefusal("%s is shut: %s".formatted(name, shutBecause));
        }
    }
}
