package dev.tautline.lab.proxy;

import java.util.ArrayDeque;

/// Parcels under way in one direction of one connection: first in, first out, one producer and one consumer.
/// Full at 16 MiB: the producer then stops reading, so that TCP slows the sender.
final class DelayLine {
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final ArrayDeque<Parcel> parcels = new ArrayDeque<>();
    private int bytes;
    private volatile boolean idle = true;

    /// Whether nothing is under way, so that the producer overtakes nothing when it delivers by itself.
    boolean isIdle() {
        return idle;
    }

    synchronized void add(Parcel parcel) throws InterruptedException {
        while (bytes >= MOST_BYTES) {
            wait();
        }
        idle = false;
        parcels.add(parcel);
        bytes += parcel.size();
        notifyAll();
    }

    /// The next parcel; it stays under way until [#delivered].
    synchronized Parcel next() throws InterruptedException {
        while (parcels.isEmpty()) {
            wait();
        }
        return parcels.getFirst();
    }

    /// The size is that of the parcel when it was added: its buffer is empty by now.
    synchronized void delivered(int size) {
        parcels.removeFirst();
        bytes -= size;
        idle = parcels.isEmpty();
        notifyAll();
    }
}
