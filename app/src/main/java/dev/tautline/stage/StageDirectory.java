package dev.tautline.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;

/// The directory of a stage, for one process at a time: the kernel gives the lock back when its holder dies.
///
/// ```
/// lock  owner  passwords  hosts  cluster/db-1 …  shop-1/application.yml …  guard/taut.yaml  logs/shop-1.log …
/// ```
final class StageDirectory implements AutoCloseable {
    private static final String TEMPORARY_PREFIX = "tautline-stage-";
    // A fresh primary with one standby takes 130 MB; half a gigabyte leaves room for WAL, orders and logs.
    private static final long LEAST_SPACE_BYTES = 512L * 1024 * 1024;

    private final Path root;
    private final boolean kept;
    private final boolean created;
    private final FileChannel lock;

    private StageDirectory(Path root, boolean kept, boolean created, FileChannel lock) {
        this.root = root;
        this.kept = kept;
        this.created = created;
        this.lock = lock;
    }

    /// Takes a directory that outlasts the stage; refused while another process holds it.
    static StageDirectory keptAt(Path place) {
        var root = place.toAbsolutePath().normalize();
        var created = !Files.exists(root);
        try {
            // Servers may run as another account: it must be able to pass through, though not to list.
            Files.createDirectories(
                    root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
            var directory = new StageDirectory(root, true, created, lock(root));
            directory.prepare();
            return directory;
        } catch (FileSystemException failure) {
            throw new StageRefused(
                    "cannot keep data in %s: %s; choose another directory with --data".formatted(root, reason(failure)),
                    failure);
        } catch (IOException failure) {
            throw new StageRefused("cannot keep data in %s: %s".formatted(root, failure), failure);
        }
    }

    /// A new one, deleted when closed. Those of killed runs are deleted now.
    static StageDirectory temporary() {
        var parent = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            deleteAbandoned(parent);
            var root = Files.createTempDirectory(parent, TEMPORARY_PREFIX);
            var directory = new StageDirectory(root, false, true, lock(root));
            directory.prepare();
            return directory;
        } catch (IOException failure) {
            throw new StageRefused("cannot make a directory in %s: %s".formatted(parent, failure), failure);
        }
    }

    Path root() {
        return root;
    }

    boolean isKept() {
        return kept;
    }

    Path cluster() {
        return root.resolve("cluster");
    }

    Path hosts() {
        return root.resolve("hosts");
    }

    Path passwords() {
        return root.resolve("passwords");
    }

    Path log(String name) {
        return root.resolve("logs").resolve(name + ".log");
    }

    /// A standby that is kept and not started would fall behind until it can no longer follow.
    void refuseMoreStandbysThan(int standbys) {
        var surplus = "db-" + (standbys + 2);
        if (Files.exists(cluster().resolve(surplus))) {
            throw new StageRefused(
                    "%s keeps %s as well: ask for more with --standbys, forget all with --fresh, or choose another directory with --data"
                            .formatted(root, surplus));
        }
    }

    /// Forgets everything that earlier runs kept here: the database, the orders that a shop has not placed yet, and
    /// what
    /// the guard remembers. What else somebody keeps in the same directory stays.
    void empty() {
        new StaleProcesses(root).endServers();
        try (var kept = Files.newDirectoryStream(root, "{cluster,passwords,hosts,guard,shop-[0-9]*}")) {
            kept.forEach(StageDirectory::delete);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot empty " + root, failure);
        }
    }

    /// Gives the directory up and, when this run has made it, deletes it.
    void discard() {
        end(created);
    }

    @Override
    public void close() {
        end(!kept);
    }

    private void prepare() throws IOException {
        try {
            new StaleProcesses(root).endPrograms();
            refuseWithoutSpace();
            delete(root.resolve("logs"));
            Files.createDirectories(
                    root.resolve("logs"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException | RuntimeException failure) {
            discard();
            throw failure;
        }
    }

    private void refuseWithoutSpace() throws IOException {
        var usable = Files.getFileStore(root).getUsableSpace();
        if (usable < LEAST_SPACE_BYTES) {
            throw new StageRefused("%s has %d MB left on its disk, at least %d MB are needed; choose another directory"
                    .formatted(root, usable >> 20, LEAST_SPACE_BYTES >> 20));
        }
    }

    private void end(boolean delete) {
        try {
            if (delete) {
                delete(root);
            } else {
                Files.deleteIfExists(root.resolve("owner"));
            }
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot give back " + root, failure);
        }
    }

    /// The lock's file is opened here only: closing any other channel on it would give the lock back (fcntl(2)), which
    /// is why the owner's number stands in a file beside it, and why a stage of this very process is never tried.
    private static FileChannel lock(Path root) throws IOException {
        var owner = root.resolve("owner");
        var self = self();
        if (Files.exists(owner) && Files.readString(owner).equals(self)) {
            throw inUse(root, owner);
        }
        var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw inUse(root, owner);
        }
        Files.writeString(owner, self);
        return channel;
    }

    private static StageRefused inUse(Path root, Path owner) throws IOException {
        var pid = Files.exists(owner) ? Files.readString(owner).split(" ", 2)[0] : "(just starting)";
        return new StageRefused("%s is in use by process %s: stop that first, or choose another directory with --data"
                .formatted(root, pid));
    }

    /// Number and start of this process: a number alone is given out again.
    private static String self() {
        var self = ProcessHandle.current();
        return "%d %s".formatted(self.pid(), self.info().startInstant().orElse(Instant.EPOCH));
    }

    private static void deleteAbandoned(Path parent) throws IOException {
        try (var candidates = Files.newDirectoryStream(parent, TEMPORARY_PREFIX + "*")) {
            for (var candidate : candidates) {
                if (Files.isWritable(candidate) && Files.exists(candidate.resolve("lock"))) {
                    deleteIfAbandoned(candidate);
                }
            }
        }
    }

    private static void deleteIfAbandoned(Path candidate) throws IOException {
        try (var ignored = lock(candidate)) {
            new StaleProcesses(candidate).endPrograms();
            delete(candidate);
        } catch (StageRefused inUse) {
            // Its owner lives.
        }
    }

    private static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot delete " + tree, failure);
        }
    }

    private static String reason(FileSystemException failure) {
        if (failure instanceof AccessDeniedException) {
            return "no permission for " + failure.getFile();
        }
        return failure.getReason() == null ? failure.toString() : failure.getReason();
    }
}
