package dev.tautline.lab.proxy;

import java.nio.ByteBuffer;

/// What travels through a [DelayLine]: bytes, the end of a direction (FIN), or the loss of the connection
/// (RST).
sealed interface Parcel {
    long dueNanos();

    default int size() {
        return 0;
    }

    record Bytes(long dueNanos, ByteBuffer content) implements Parcel {
        @Override
        public int size() {
            return content.remaining();
        }
    }

    record End(long dueNanos) implements Parcel {}

    record Abort(long dueNanos) implements Parcel {}
}
