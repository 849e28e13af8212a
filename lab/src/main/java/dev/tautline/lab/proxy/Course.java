package dev.tautline.lab.proxy;

import dev.tautline.lab.proxy.Conditions.Travel;
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

    private final FaultBoard faults;
    private final Direction direction;
    private final SharedLink link;
    private final RandomGenerator random;
    private long throughNanos = System.nanoTime();
    private long lastDueNanos = System.nanoTime();

    Course(FaultBoard faults, Direction direction, SharedLink link, RandomGenerator random) {
        this.faults = faults;
        this.direction = direction;
        this.link = link;
        this.random = random;
    }

    /// Whether nothing delays bytes: [Travel#FREE] is the one value of a healthy direction.
    boolean isFree() {
        return travel().equals(Travel.FREE);
    }

    int sliceBytes(int most) {
        var travel = travel();
        return travel.isCapped() ? Math.clamp(travel.bytesPerSecond() / SLICES_PER_SECOND, 1, most) : most;
    }

    /// When bytes read now are due at the other side; never before those read earlier.
    long dueNanos(int bytes) {
        var travel = travel();
        throughNanos = travel.isCapped() ? link.passedAtNanos(bytes, travel.bytesPerSecond()) : System.nanoTime();
        var delay = Math.max(0, travel.latency().toNanos() + drawJitterNanos(travel));
        var due = throughNanos + delay;
        lastDueNanos = due - lastDueNanos > 0 ? due : lastDueNanos;
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

    private Travel travel() {
        return faults.current().travel(direction);
    }
}
