package dev.tautline.lab.fault.control;

import dev.tautline.lab.Deadline;
import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.ByteRate;
import dev.tautline.lab.fault.FaultFailed;
import dev.tautline.lab.postgres.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A base backup by the low-level API (PostgreSQL 18 manual, 25.3.3) that reads all files at a given rate, again and
/// again, and keeps nothing.
final class BaseBackup {
    private static final Duration END_TIMEOUT = Duration.ofSeconds(20);
    private static final int CHUNK_BYTES = 64 * 1024;
    private static final int RENAMED_IN = 15;

    private BaseBackup() {}

    static Injection start(Node node, ByteRate rate) {
        try {
            var session = node.connect("postgres");
            run(session, "select pg_backup_start('lab', true)", "select pg_start_backup('lab', true, false)");
            var reader = Thread.ofVirtual().name("base backup").start(() -> readAll(node.dataDirectory(), rate));
            return Injection.healedBy(() -> end(session, reader));
        } catch (SQLException failure) {
            throw new FaultFailed("Cannot begin a backup: " + failure.getMessage(), failure);
        }
    }

    private static void run(Connection session, String statement, String before15) throws SQLException {
        boolean renamed = session.getMetaData().getDatabaseMajorVersion() >= RENAMED_IN;
        try (var work = session.createStatement()) {
            work.execute(renamed ? statement : before15);
        }
    }

    private static void readAll(Path data, ByteRate rate) {
        var buffer = new byte[CHUNK_BYTES];
        long pauseNanos = TimeUnit.SECONDS.toNanos(1)
                * CHUNK_BYTES
                / Math.max(1, rate.perSecond().bytes());
        while (!Thread.currentThread().isInterrupted()) {
            for (var file : files(data)) {
                read(file, buffer, pauseNanos);
            }
        }
    }

    private static void read(Path file, byte[] buffer, long pauseNanos) {
        try (var in = Files.newInputStream(file)) {
            while (!Thread.currentThread().isInterrupted() && in.read(buffer) >= 0) {
                LockSupport.parkNanos(pauseNanos);
            }
        } catch (IOException gone) {
            // A file that is dropped meanwhile is replayed from the WAL.
        }
    }

    private static List<Path> files(Path data) {
        try (var all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException | java.io.UncheckedIOException changing) {
            return List.of();
        }
    }

    private static void end(Connection session, Thread reader) {
        reader.interrupt();
        Deadline.in(END_TIMEOUT).await("the backup to end", () -> !reader.isAlive());
        try (session) {
            run(session, "select pg_backup_stop(false)", "select pg_stop_backup(false, false)");
        } catch (SQLException gone) {
            // The server ends a backup with its session.
        }
    }
}
