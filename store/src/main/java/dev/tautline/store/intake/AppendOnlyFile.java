package dev.tautline.store.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A file that only grows, and whose growth is on disk when `append` returns. Those who append at the same time share
/// one fsync. When the disk fails, the file goes back to what is known to be durable before anything else is
/// written: after a failed fsync the kernel may have dropped the pages and report success the next time.
/// Thread-safe.
final class AppendOnlyFile implements AutoCloseable {
    private final FileChannel channel;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock syncing = new ReentrantLock();
    private long size;
    private volatile long durable;
    /// Grows each time that something which was written is given up.
    private final AtomicInteger epoch = new AtomicInteger();
    private volatile @Nullable IOException broken;

    /// @param channel positioned at will; what it holds is taken to be durable
    AppendOnlyFile(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
        this.durable = size;
    }

    void append(ByteBuffer frame) throws IOException {
        long end;
        int began;
        writing.lock();
        try {
            mendIfBroken();
            began = epoch.get();
            end = write(frame);
        } finally {
            writing.unlock();
        }
        sync(end, began);
    }

    long size() {
        writing.lock();
        try {
            return size;
        } finally {
            writing.unlock();
        }
    }

    /// Forgets everything. Nobody may be appending.
    void clear() throws IOException {
        writing.lock();
        syncing.lock();
        try {
            channel.truncate(0);
            channel.force(true);
            size = 0;
            durable = 0;
        } finally {
            syncing.unlock();
            writing.unlock();
        }
    }

    @Nullable
    IOException broken() {
        return broken;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private long write(ByteBuffer frame) throws IOException {
        var start = size;
        try {
            var at = start;
            while (frame.hasRemaining()) {
                at += channel.write(frame, at);
            }
            size = at;
            return at;
        } catch (IOException full) {
            // Half a frame must not stand before the next one.
            fail(full);
            throw full;
        }
    }

    private void sync(long end, int began) throws IOException {
        syncing.lock();
        try {
            if (broken != null || epoch.get() != began) {
                throw new IOException("the disk failed while this was being written", broken);
            }
            if (durable < end) {
                var upTo = size();
                channel.force(false);
                durable = upTo;
            }
        } catch (IOException failed) {
            fail(failed);
            throw failed;
        } finally {
            syncing.unlock();
        }
    }

    private void fail(IOException cause) {
        if (broken == null) {
            broken = cause;
        }
    }

    /// Holds the writing lock. Everything behind the durable end was told to have failed.
    private void mendIfBroken() throws IOException {
        if (broken == null) {
            return;
        }
        syncing.lock();
        try {
            channel.truncate(durable);
            channel.force(true);
            size = durable;
            epoch.incrementAndGet();
            broken = null;
        } finally {
            syncing.unlock();
        }
    }
}
