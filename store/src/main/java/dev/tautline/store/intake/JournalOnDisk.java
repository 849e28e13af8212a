package dev.tautline.store.intake;

import dev.tautline.store.cookie.Sealed;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What is found on disk at start, sorted into orders that wait, records whose key is not known, and damage; and the
/// journal written anew with the first alone. Nothing is thrown away: the second is tried again at the next start, the
/// third stays in a file beside the journal for whoever wants to look.
final class JournalOnDisk {
    private static final Logger log = LoggerFactory.getLogger(JournalOnDisk.class);

    private final Path journal;
    private final Path unreadable;
    private final Sealed sealed;
    private final JsonMapper json;
    private final InstantSource clock;

    JournalOnDisk(Path journal, Sealed sealed, JsonMapper json, InstantSource clock) {
        this.journal = journal;
        this.unreadable = journal.resolveSibling(journal.getFileName() + ".unreadable");
        this.sealed = sealed;
        this.json = json;
        this.clock = clock;
    }

    record Found(Map<UUID, ReceivedOrder> pending, int unreadable, long damagedBytes) {}

    Found openAnew() throws IOException {
        var frames = Frames.read(read(journal));
        var locked = Frames.read(read(unreadable));
        var all = new ArrayList<>(locked.payloads());
        all.addAll(frames.payloads());
        var pending = new LinkedHashMap<UUID, ReceivedOrder>();
        var notOurs = new ArrayList<byte[]>();
        for (var payload : all) {
            if (!apply(payload, pending)
                    && notOurs.stream().noneMatch(known -> java.util.Arrays.equals(known, payload))) {
                notOurs.add(payload);
            }
        }
        keepAside(frames);
        replace(unreadable, notOurs);
        replace(
                journal,
                pending.values().stream()
                        .map(order -> seal(JournalRecord.of(order)))
                        .toList());
        tell(pending.size(), notOurs.size(), frames.damagedBytes());
        return new Found(pending, notOurs.size(), frames.damagedBytes());
    }

    byte[] seal(JournalRecord record) {
        return sealed.sealBytes(json.writeValueAsBytes(record));
    }

    /// False when the record cannot be read with the keys that this instance has.
    private boolean apply(byte[] payload, Map<UUID, ReceivedOrder> pending) {
        var opened = sealed.openBytes(payload);
        if (opened.isEmpty()) {
            return false;
        }
        try {
            var record = json.readValue(opened.get(), JournalRecord.class);
            var received = record.received();
            if (received != null) {
                pending.putIfAbsent(received.checkoutId(), received);
            }
            var settled = record.settled();
            if (settled != null) {
                pending.remove(settled);
            }
            return true;
        } catch (JacksonException otherVersion) {
            return false;
        }
    }

    private void keepAside(Frames.Reading frames) throws IOException {
        if (frames.damaged().isEmpty()) {
            return;
        }
        var aside = journal.resolveSibling(journal.getFileName() + ".damaged-" + clock.millis());
        try (var out = Files.newOutputStream(aside)) {
            for (var stretch : frames.damaged()) {
                out.write(stretch);
            }
        }
    }

    /// In one step: a crash leaves the old file or the new one.
    private static void replace(Path file, List<byte[]> payloads) throws IOException {
        var next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            for (var payload : payloads) {
                var frame = Frames.frame(payload);
                while (frame.hasRemaining()) {
                    channel.write(frame);
                }
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        var folder = file.getParent();
        if (folder != null) {
            // The new name is durable only when its directory is.
            try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }

    private static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException first) {
            return new byte[0];
        }
    }

    private void tell(int waiting, int locked, long damagedBytes) {
        if (waiting > 0) {
            log.info("{} orders that were received without a database wait in {}", waiting, journal);
        }
        if (locked > 0) {
            log.error(
                    "{} records in {} are sealed with a key that this instance was not given:"
                            + " name it in chandlery.former-cookie-keys and start again",
                    locked,
                    unreadable);
        }
        if (damagedBytes > 0) {
            log.warn(
                    "{} bytes of {} were no record and were put aside; an order whose customer was told"
                            + " \"received\" is not among a torn end, for that is said after the disk has confirmed",
                    damagedBytes,
                    journal);
        }
    }
}
