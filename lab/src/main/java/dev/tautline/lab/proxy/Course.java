package dev.tautline.lab.proxy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// How bytes travel in one direction of one connection under the faults in force now. Used by one reading
/// thread; the waiting methods also by the delivering one.
final class Course {
    /// A capped line moves slices of a hundredth of a second, so that bytes trickle instead of arriving in
    /// lumps.
    private static final int SLICES_PER_SECOND = 100;
    /// How far the reader may run ahead of a capped line before it waits.
    private static final long READ_AHEAD_NANOS = Duration.ofMillis(100).toNanos();

    /// So that even a certain loss ends: TCP itself gives up after 15 (Linux, tcp_retries2).
    private static final int MOST_RETRANSMISSIONS = 5;

    private final FaultBoard faults;
    private final Direction direction;
    private final SharedLink link;
    private final RandomGenerator random;
    private final Flow flow;
    private long throughNanos = System.nanoTime();
    private long lastDueNanos = System.nanoTime();

    Course(FaultBoard faults, Direction direction, SharedLink link, RandomGenerator random, Flow flow) {
        this.faults = faults;
        this.direction = direction;
        this.link = link;
        this.random = random;
        this.flow = flow;
    }

    /// Whether nothing delays bytes: [Travel#FREE] is the one value of a healthy direction.
    boolean isFree() {
        return travel().equals(Travel.FREE);
    }

    int sliceBytes(int most) {
        var travel = travel();
        int slice = Math.min(most, travel.sliceBytes());
        return travel.isCapped() ? Math.clamp(travel.bytesPerSecond() / SLICES_PER_SECOND, 1, slice) : slice;
    }

    /// Notes that so many bytes have been read; false when they are lost, since the connection has been forgotten on
    /// the
    /// way.
    boolean carries(int bytes) {
        return flow.moves(bytes);
    }

    /// How many of the bytes are let through before the connection is ended; usually all.
    int letThrough(ByteBuffer content) {
        return direction == Direction.TO_CLIENT ? flow.letThrough(content) : content.remaining();
    }

    /// Whether the end of this direction is lost, too.
    boolean isForgotten() {
        return flow.isForgotten();
    }

    /// When the end of this direction is due at the other side.
    long endDueNanos() {
        lastDueNanos = dueNanos(0) + travel().endDelay().toNanos();
        return lastDueNanos;
    }

    /// When bytes read now are due at the other side; never before those read earlier.
    long dueNanos(int bytes) {
        var travel = travel();
        throughNanos = travel.isCapped() ? link.passedAtNanos(bytes, travel.bytesPerSecond()) : System.nanoTime();
        var delay = Math.max(0, travel.latency().toNanos() + drawJitterNanos(travel)) + drawLossNanos(travel);
        var due = throughNanos + delay;
        var earliest = lastDueNanos + travel.apart().toNanos();
        lastDueNanos = due - earliest > 0 ? due : earliest;
        return lastDueNanos;
    }

    /// Keeps the reader from filling a capped line with seconds of bytes, which would outlive the fault.
    void awaitReadAhead() throws InterruptedException {
        var ahead = throughNanos - System.nanoTime() - READ_AHEAD_NANOS;
        if (ahead > 0) {
            Thread.sleep(Duration.ofNanos(ahead));
        }
    }

    void awaitFlow() throws InterruptedException {
        faults.awaitFlow(direction);
    }

    private long drawJitterNanos(Travel travel) {
        var jitter = travel.jitter().toNanos();
        return jitter == 0 ? 0 : random.nextLong(-jitter, jitter + 1);
    }

    private long drawLossNanos(Travel travel) {
        var lost = 0L;
        var wait = travel.retransmission().toNanos();
        for (var tries = 0; tries < MOST_RETRANSMISSIONS && isLost(travel); tries++) {
            lost += wait;
            wait *= 2;
        }
        return lost;
    }

    private boolean isLost(Travel travel) {
        return travel.lossProbability() > 0 && random.nextDouble() < travel.lossProbability();
    }

    private Travel travel() {
        return faults.current().travel(direction);
    }
}
