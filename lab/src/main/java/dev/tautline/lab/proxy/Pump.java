package dev.tautline.lab.proxy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Moves the bytes of one direction of a [Relay]. As long as nothing delays them, the reading thread writes
/// them itself; once something does, they go through a [DelayLine] and its own thread until that is idle
/// again.
final class Pump {
    private static final int BUFFER_BYTES = 32 * 1024;
    /// A healed delay ends within this time for what is already under way.
    private static final long RECHECK_NANOS = Duration.ofMillis(20).toNanos();

    private final SocketChannel from;
    private final SocketChannel to;
    private final Course course;
    private final LongAdder counter;
    private final Runnable abort;
    private final DelayLine line = new DelayLine();
    private final Thread deliverer;
    private volatile @Nullable Thread reader;

    Pump(SocketChannel from, SocketChannel to, Course course, LongAdder counter, Runnable abort) {
        this.from = from;
        this.to = to;
        this.course = course;
        this.counter = counter;
        this.abort = abort;
        this.deliverer = Thread.ofVirtual().unstarted(this::deliver);
    }

    /// Returns when the direction has ended and all of it is delivered.
    void run() throws InterruptedException {
        reader = Thread.currentThread();
        var buffer = ByteBuffer.allocate(BUFFER_BYTES);
        try {
            while (from.read(buffer.clear().limit(course.sliceBytes(BUFFER_BYTES))) >= 0) {
                forward(buffer.flip());
            }
            end(new Parcel.End(course.endDueNanos()));
        } catch (IOException lost) {
            end(new Parcel.Abort(course.endDueNanos()));
        }
        if (deliverer.getState() != Thread.State.NEW) {
            deliverer.join();
        }
    }

    /// Ends both threads, whatever they wait for; the sockets must be closed before.
    void interrupt() {
        deliverer.interrupt();
        var running = reader;
        if (running != null) {
            running.interrupt();
        }
    }

    /// The end of a connection that was forgotten on the way is lost like its bytes: nobody hears of it.
    private void end(Parcel parcel) throws InterruptedException {
        if (!course.isForgotten()) {
            pass(parcel);
        }
    }

    private void forward(ByteBuffer content) throws InterruptedException {
        if (!course.carries(content.remaining())) {
            return;
        }
        int allowed = course.letThrough(content);
        if (allowed < content.remaining()) {
            send(content.limit(content.position() + allowed));
            pass(new Parcel.Abort(course.dueNanos(0)));
            return;
        }
        send(content);
    }

    private void send(ByteBuffer content) throws InterruptedException {
        if (course.isFree() && line.isIdle()) {
            pass(new Parcel.Bytes(0, content));
            return;
        }
        // In slices as they are now: what was read may have been waited for in better times.
        while (content.hasRemaining()) {
            enqueue(slice(content));
        }
        course.awaitReadAhead();
    }

    private Parcel slice(ByteBuffer content) {
        int size = Math.min(content.remaining(), course.sliceBytes(BUFFER_BYTES));
        var copy = ByteBuffer.allocate(size)
                .put(content.slice(content.position(), size))
                .flip();
        content.position(content.position() + size);
        return new Parcel.Bytes(course.dueNanos(size), copy);
    }

    private void pass(Parcel parcel) throws InterruptedException {
        if (course.isFree() && line.isIdle()) {
            perform(parcel);
        } else {
            enqueue(parcel);
        }
    }

    private void enqueue(Parcel parcel) throws InterruptedException {
        line.add(parcel);
        if (deliverer.getState() == Thread.State.NEW) {
            deliverer.start();
        }
    }

    private void deliver() {
        try {
            while (true) {
                var parcel = line.next();
                var size = parcel.size();
                awaitDue(parcel);
                perform(parcel);
                line.delivered(size);
                if (!(parcel instanceof Parcel.Bytes)) {
                    return;
                }
            }
        } catch (InterruptedException aborted) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitDue(Parcel parcel) throws InterruptedException {
        course.awaitFlow();
        for (var left = parcel.dueNanos() - System.nanoTime(); left > 0 && !course.isFree(); ) {
            Thread.sleep(Duration.ofNanos(Math.min(left, RECHECK_NANOS)));
            course.awaitFlow();
            left = parcel.dueNanos() - System.nanoTime();
        }
    }

    private void perform(Parcel parcel) {
        try {
            switch (parcel) {
                case Parcel.Bytes bytes -> write(bytes.content());
                case Parcel.End _ -> to.shutdownOutput();
                case Parcel.Abort _ -> abort.run();
            }
        } catch (IOException lost) {
            abort.run();
        }
    }

    private void write(ByteBuffer content) throws IOException {
        counter.add(content.remaining());
        while (content.hasRemaining()) {
            var written = to.write(content);
            if (written < 0) {
                throw new IOException("The receiving side is gone");
            }
        }
    }
}
