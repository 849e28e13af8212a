package dev.tautline.store.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// The directory in which one instance keeps what must outlive it and its database: the catalogue and the orders that
/// wait. One process at a time; the kernel gives the lock back when its holder dies.
public final class DataDirectory implements AutoCloseable {
    private static final String SETTING = "chandlery.data-directory";

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /// Fails with a message for the operator when another process has it or the disk refuses.
    public static DataDirectory take(Path place) {
        var root = place.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(root)) {
                Files.createDirectories(
                        root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return new DataDirectory(root, lock(root));
        } catch (IOException refused) {
            throw new IllegalArgumentException("%s: %s cannot be used: %s".formatted(SETTING, root, refused), refused);
        }
    }

    public Path file(String name) {
        return root.resolve(name);
    }

    /// Space that is left, in bytes.
    public long usableBytes() {
        try {
            return Files.getFileStore(root).getUsableSpace();
        } catch (IOException unknown) {
            throw new UncheckedIOException(unknown);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot give back " + root, failed);
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        var file = root.resolve("lock");
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
                return channel;
            }
        } catch (OverlappingFileLockException ourselves) {
            // Another shop in this very process.
        }
        channel.close();
        throw new IllegalArgumentException("%s: %s is in use by process %s; each instance needs a directory of its own"
                .formatted(SETTING, root, Files.readString(file)));
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
