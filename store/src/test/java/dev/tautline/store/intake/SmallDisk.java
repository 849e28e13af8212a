package dev.tautline.store.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/// A file on a disk that is full after some bytes, or whose fsync fails.
final class SmallDisk extends FileChannel {
    private final FileChannel file;
    long freeBytes = Long.MAX_VALUE;
    boolean syncFails;

    SmallDisk(FileChannel file) {
        this.file = file;
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        if (freeBytes <= 0) {
            throw new IOException("No space left on device");
        }
        var part = source.duplicate();
        part.limit((int) Math.min(part.limit(), part.position() + freeBytes));
        var written = file.write(part, position);
        freeBytes -= written;
        source.position(source.position() + written);
        return written;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        if (syncFails) {
            throw new IOException("cannot sync");
        }
        file.force(metaData);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        file.truncate(size);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }

    @Override
    public int read(ByteBuffer target) {
        throw neverAsked();
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
        throw neverAsked();
    }

    @Override
    public int write(ByteBuffer source) {
        throw neverAsked();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw neverAsked();
    }

    @Override
    public long position() {
        throw neverAsked();
    }

    @Override
    public FileChannel position(long newPosition) {
        throw neverAsked();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw neverAsked();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw neverAsked();
    }

    @Override
    public int read(ByteBuffer target, long position) {
        throw neverAsked();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw neverAsked();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw neverAsked();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        throw neverAsked();
    }

    private static AssertionError neverAsked() {
        return new AssertionError("the journal only writes at places, forces and truncates");
    }
}
