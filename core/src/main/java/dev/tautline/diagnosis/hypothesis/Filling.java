package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.ServerReplication.Slot;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.Unit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// What fills a server's disk, as far as the server tells: WAL that a slot keeps, WAL that cannot be archived,
/// temporary files, or the data itself.
record Filling(String evidence, String fix) {
    private static final long MUCH_WAL = 64L << 20;
    private static final double MUCH_TEMPORARY = 8L << 20;
    private static final double FAST_GROWTH = 1L << 20;
    private static final int ATTEMPTS = 3;

    /// The first that is so; empty when the server tells none.
    static Optional<Filling> of(ServerView server) {
        return Stream.of(slot(server), archive(server), temporary(server), data(server))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Filling> slot(ServerView server) {
        var replication = server.replication();
        return replication == null
                ? Optional.empty()
                : replication.slots().stream()
                        .filter(slot -> slot.retainedBytes() >= MUCH_WAL && !slot.active())
                        .max(Comparator.comparingDouble(Slot::retainedBytes))
                        .map(slot -> new Filling(
                                "the replication slot %s keeps %s of WAL for nobody"
                                        .formatted(slot.name(), Unit.bytes(slot.retainedBytes())),
                                "Drop the replication slot " + slot.name()
                                        + ", or connect its consumer again; bound what slots keep with"
                                        + " max_slot_wal_keep_size."));
    }

    private static Optional<Filling> archive(ServerView server) {
        var wal = server.wal();
        return wal == null || wal.failures() < ATTEMPTS
                ? Optional.empty()
                : Optional.of(new Filling(
                        "%d failed attempts to archive WAL since the last success: all of it is kept"
                                .formatted(wal.failures()),
                        "Mend archive_command: the server keeps all WAL until it is archived."));
    }

    private static Optional<Filling> temporary(ServerView server) {
        var storage = server.storage();
        var written = storage == null ? null : storage.temporaryBytes();
        return written == null || written.now() < MUCH_TEMPORARY
                ? Optional.empty()
                : Optional.of(new Filling(
                        written.toString(),
                        "End the statement that writes temporary files (pg_stat_activity), and bound them with"
                                + " temp_file_limit."));
    }

    private static Optional<Filling> data(ServerView server) {
        var storage = server.storage();
        var growth = storage == null ? null : storage.growthPerSecond();
        return growth == null || growth < FAST_GROWTH
                ? Optional.empty()
                : Optional.of(new Filling(
                        "the database itself grows by %s per second".formatted(Unit.bytes(growth)),
                        "Stop what loads so much data."));
    }
}
