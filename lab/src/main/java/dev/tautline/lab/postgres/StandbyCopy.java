package dev.tautline.lab.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/// Makes a standby from a running primary without client tools: the low-level backup API (PostgreSQL 18
/// manual, 25.3.3) and a copy of its files. The slot must exist before: without it the primary may recycle
/// WAL that the copy needs.
final class StandbyCopy {
    // 25.3.3.2: what need not be, or must not be, copied. The directories themselves must exist.
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init");
    private static final Set<String> LEFT_EMPTY = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    /// The functions of the low-level backup have new names since PostgreSQL 15.
    private static final int RENAMED_IN = 15;

    private final Node primary;
    private final DataDirectory standby;

    StandbyCopy(Node primary, DataDirectory standby) {
        this.primary = primary;
        this.standby = standby;
    }

    void make() {
        standby.prepare();
        // One session from start to stop: the server ends the backup when its session ends.
        primary.superuser().run("postgres", statement -> {
            boolean renamed = statement.getConnection().getMetaData().getDatabaseMajorVersion() >= RENAMED_IN;
            statement.execute(
                    renamed
                            ? "select pg_backup_start('tautline standby', fast => true)"
                            : "select pg_start_backup('tautline standby', fast => true, exclusive => false)");
            copyFiles();
            writeLabel(
                    statement,
                    renamed
                            ? "pg_backup_stop(wait_for_archive => false)"
                            : "pg_stop_backup(exclusive => false, wait_for_archive => false)");
            return true;
        });
    }

    private void writeLabel(Statement statement, String stop) throws SQLException {
        try (var stopped = statement.executeQuery("select labelfile from " + stop)) {
            if (!stopped.next()) {
                throw new SQLException(stop + " returned no row");
            }
            Files.writeString(standby.data().resolve("backup_label"), stopped.getString(1));
            Files.createFile(standby.data().resolve("standby.signal"));
            standby.markComplete();
        } catch (IOException failure) {
            throw cannotCopy(failure);
        }
    }

    private void copyFiles() {
        try {
            Files.walkFileTree(
                    primary.directory().data(), new Copy(primary.directory().data(), standby.data()));
        } catch (IOException failure) {
            throw cannotCopy(failure);
        }
    }

    private ClusterFailed cannotCopy(IOException failure) {
        return new ClusterFailed(
                "Cannot copy %s to %s: %s".formatted(primary.directory().data(), standby.data(), failure), failure);
    }

    private static final class Copy extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;

        Copy(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            var name = directory.getFileName().toString();
            if (name.startsWith("pgsql_tmp")) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            var copy = to.resolve(from.relativize(directory));
            Files.createDirectory(
                    copy, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            if (!LEFT_EMPTY.contains(name)) {
                return FileVisitResult.CONTINUE;
            }
            if (name.equals("pg_wal")) {
                Files.createDirectory(copy.resolve("archive_status"));
            }
            return FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isSymbolicLink()) {
                throw new IOException("%s is a link; tablespaces cannot be copied".formatted(file));
            }
            if (!LEFT_OUT.contains(file.getFileName().toString())) {
                copy(file);
            }
            return FileVisitResult.CONTINUE;
        }

        private void copy(Path file) throws IOException {
            try {
                Files.copy(file, to.resolve(from.relativize(file)));
            } catch (NoSuchFileException droppedMeanwhile) {
                // A relation dropped during the copy: replaying the WAL drops it on the standby, too.
                Files.deleteIfExists(to.resolve(from.relativize(file)));
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}
