package dev.tautline.lab.proxy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What both directions of one connection know of it: when something last moved, whether it has been forgotten on the
/// way, how much has gone to the client. Thread-safe.
final class Flow {
    /// `CommandComplete` with the tag COMMIT (PostgreSQL 18 manual, 54.7): a type, a length of 11, the tag.
    private static final byte[] COMMITTED = "C\0\0\0\u000bCOMMIT\0".getBytes(StandardCharsets.US_ASCII);

    private final FaultBoard faults;
    private volatile long movedNanos = System.nanoTime();
    private volatile boolean forgotten;
    private long toClientBytes;

    Flow(FaultBoard faults) {
        this.faults = faults;
    }

    /// From now on nothing passes; only an end of the connection by force ends it.
    void forget() {
        forgotten = true;
    }

    boolean isForgotten() {
        return forgotten;
    }

    /// Notes that so many bytes have come; false when the connection has been forgotten meanwhile, or is from now on.
    boolean moves(int bytes) {
        var fate = faults.current().fate();
        var after = fate.forgottenAfter();
        long now = System.nanoTime();
        if (bytes > fate.largestChunk() || (after != null && now - movedNanos > after.toNanos())) {
            forgotten = true;
        }
        movedNanos = now;
        return !forgotten;
    }

    /// How many of these bytes to the client are let through before the connection ends; all of them usually. Called by
    /// one thread.
    int letThrough(ByteBuffer content) {
        var fate = faults.current().fate();
        int allowed = content.remaining();
        if (fate.commitsSwallowed()) {
            int at = indexOfCommit(content);
            allowed = at < 0 ? allowed : at;
        }
        if (toClientBytes + allowed > fate.cutAfterBytes()) {
            allowed = (int) Math.max(0, fate.cutAfterBytes() - toClientBytes);
        }
        toClientBytes += allowed;
        return allowed;
    }

    private static int indexOfCommit(ByteBuffer content) {
        var bytes = new byte[content.remaining()];
        content.get(content.position(), bytes);
        for (int at = 0; at + COMMITTED.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + COMMITTED.length, COMMITTED, 0, COMMITTED.length)) {
                return at;
            }
        }
        return -1;
    }
}
