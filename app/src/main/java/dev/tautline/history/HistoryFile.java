package dev.tautline.history;

import dev.tautline.alert.quiet.Silence;
import dev.tautline.incident.Incident;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The history's file, through damage and full disks. Not thread-safe: the recorder's thread writes.
public final class HistoryFile implements AutoCloseable {
    private static final String NAME = "history.db";
    private static final List<String> PARTS = List.of("", "-wal", "-shm");
    private static final Duration BETWEEN_SIGNS_OF_LIFE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_FORGETTING = Duration.ofHours(1);

    private final Path file;
    private final Duration keep;
    private final Clock clock;
    private final Witness witness;
    private final FolderLock lock;
    private @Nullable Database database;
    private @Nullable String trouble;
    private final Map<String, Incident> written = new HashMap<>();
    private final Map<String, Delivery> writtenDeliveries = new HashMap<>();
    private List<Silence> writtenSilences = List.of();
    private @Nullable Usual writtenUsual;
    private Instant writtenAt = Instant.EPOCH;
    private Instant forgottenAt = Instant.EPOCH;

    private HistoryFile(Path folder, Duration keep, Clock clock, Witness witness) {
        this.lock = FolderLock.take(folder);
        this.file = folder.resolve(NAME);
        this.keep = keep;
        this.clock = clock;
        this.witness = witness;
    }

    /// Takes the folder for this process.
    ///
    /// @param keep how long an incident that is over is kept
    /// @param witness hears what a person must know of: damage, a full disk, its end
    /// @throws HistoryUnusable when another guard has it, or nothing can be made there
    public static HistoryFile in(Path folder, Duration keep, Clock clock, Witness witness) {
        return new HistoryFile(folder, keep, clock, witness);
    }

    static Path in(Path folder) {
        return folder.resolve(NAME);
    }

    public Path path() {
        return file;
    }

    /// What an earlier guard left; nothing when the file is new, damaged or cannot be read.
    public Past past() {
        try {
            var past = opened().past();
            past.incidents().forEach(incident -> written.put(incident.id(), incident));
            writtenSilences = past.silences();
            past.deliveries().forEach(delivery -> writtenDeliveries.put(delivery.key(), delivery));
            return past;
        } catch (SQLException e) {
            failed(e);
            return new Past(List.of(), Usual.NOTHING, List.of(), List.of(), null);
        }
    }

    /// Writes what is not on the disk yet, all or nothing. What could not be written is written next time.
    ///
    /// @param usual the same again when nothing new was learnt
    void write(
            Instant at,
            List<Incident> incidents,
            @Nullable Usual usual,
            List<Delivery> deliveries,
            List<Silence> silences) {
        try {
            var open = opened();
            var changed = incidents.stream()
                    .filter(incident -> !incident.equals(written.get(incident.id())))
                    .toList();
            var learnt = Objects.equals(usual, writtenUsual) ? null : usual;
            boolean season =
                    learnt != null && (writtenUsual == null || !learnt.seasons().equals(writtenUsual.seasons()));
            var sent = deliveries.stream()
                    .filter(delivery -> !delivery.equals(writtenDeliveries.get(delivery.key())))
                    .toList();
            var quiet = silences.equals(writtenSilences) ? null : silences;
            if (changed.isEmpty() && sent.isEmpty() && learnt == null && quiet == null && seenLately(at)) {
                return;
            }
            open.write(at, changed, learnt, season, sent, quiet);
            writtenSilences = silences;
            writtenDeliveries.clear();
            deliveries.forEach(delivery -> writtenDeliveries.put(delivery.key(), delivery));
            wrote(at, incidents, usual);
            forget(at);
        } catch (SQLException e) {
            failed(e);
        }
    }

    private boolean seenLately(Instant at) {
        return trouble == null && Duration.between(writtenAt, at).compareTo(BETWEEN_SIGNS_OF_LIFE) < 0;
    }

    private void wrote(Instant at, List<Incident> incidents, @Nullable Usual usual) {
        written.clear();
        incidents.forEach(incident -> written.put(incident.id(), incident));
        writtenUsual = usual;
        writtenAt = at;
        worked();
    }

    private void forget(Instant at) throws SQLException {
        if (Duration.between(forgottenAt, at).compareTo(BETWEEN_FORGETTING) > 0) {
            opened().forgetBefore(at.minus(keep));
            forgottenAt = at;
        }
    }

    private Database opened() throws SQLException {
        var open = database;
        if (open == null) {
            open = openOrReplace();
            database = open;
        }
        return open;
    }

    private Database openOrReplace() throws SQLException {
        try {
            return Database.open(file);
        } catch (SQLException e) {
            if (!Damage.in(e)) {
                throw e;
            }
            setAside();
            return Database.open(file);
        }
    }

    private void setAside() throws SQLException {
        var aside = NAME + ".damaged-" + clock.instant().getEpochSecond();
        try {
            for (var part : PARTS) {
                var from = file.resolveSibling(NAME + part);
                if (Files.exists(from)) {
                    Files.move(from, file.resolveSibling(aside + part));
                }
            }
        } catch (IOException e) {
            throw new SQLException("the damaged file cannot be moved aside", "", Damage.CORRUPT, e);
        }
        written.clear();
        writtenDeliveries.clear();
        writtenSilences = List.of();
        writtenUsual = null;
        witness.damaged("the history " + file + " is damaged: it was moved to " + aside
                + ", and a new one was begun; what" + " was open or usual is not known any more");
    }

    private void worked() {
        if (trouble != null) {
            trouble = null;
            witness.wellAgain("the history " + file + " is written again, with all that happened meanwhile");
        }
    }

    private void failed(SQLException e) {
        if (!Damage.onlyBusy(e)) {
            // A full disk ends SQLite's transaction behind the driver's back (sqlite.org/lang_transaction.html, 3):
            // what is
            // written over this connection afterwards is in no transaction.
            letGo();
        }
        var present = String.valueOf(e.getMessage());
        if (trouble == null) {
            trouble = present;
            witness.unwritable("the history " + file + " cannot be written (" + present
                    + "): the guard goes on in memory; ended now, it would forget what it knows");
        }
    }

    private void letGo() {
        try {
            if (database != null) {
                database.close();
            }
        } catch (SQLException alreadyBroken) {
            witness.says("the damaged history could not be closed: " + alreadyBroken.getMessage());
        }
        database = null;
    }

    @Override
    public void close() {
        letGo();
        try {
            lock.close();
        } catch (IOException e) {
            witness.says("the lock beside " + file + " could not be released: " + e.getMessage());
        }
    }
}
