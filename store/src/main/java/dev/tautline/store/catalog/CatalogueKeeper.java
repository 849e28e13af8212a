package dev.tautline.store.catalog;

import dev.tautline.store.database.Unavailable;
import dev.tautline.store.language.Language;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Holds the catalogue in memory, brings it up to date and keeps a copy on disk, so that every page of the shop is
/// there whatever the database does. Thread-safe: pages read one reference, only one thread at a time refreshes.
public final class CatalogueKeeper {
    private static final Logger log = LoggerFactory.getLogger(CatalogueKeeper.class);
    // Stock changes with each sale; on disk it may be this old. Names and prices are written at once.
    private static final Duration DISK_AGE = Duration.ofMinutes(1);

    private final SnapshotReader reader;
    private final SnapshotFile file;
    private final Duration staleAfter;
    private final InstantSource clock;
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile @Nullable Held held;
    private Instant written = Instant.MIN;

    /// What pages are made of.
    ///
    /// @param standbyAt how far the standby had come that it was read from; nothing when it was the primary
    record Held(Snapshot snapshot, Map<Language, Reading> readings, Optional<Instant> standbyAt) {

        /// The goods and their words in one language.
        record Reading(MemoryCatalogue catalogue, WordIndex index, Relatives relatives) {}

        /// What is made of words stays as long as they are the same.
        static Held of(Snapshot snapshot, Optional<Held> sameWords, Optional<Instant> standbyAt) {
            var readings = new EnumMap<Language, Reading>(Language.class);
            for (var language : Language.values()) {
                var edition = snapshot.in(language);
                var former = sameWords.map(known -> known.reading(language));
                var index = former.map(Reading::index).orElseGet(() -> new WordIndex(edition));
                var relatives = former.map(Reading::relatives).orElseGet(() -> new Relatives(edition));
                readings.put(language, new Reading(new MemoryCatalogue(edition, relatives), index, relatives));
            }
            return new Held(snapshot, readings, standbyAt);
        }

        MemoryCatalogue catalogue(Language language) {
            return reading(language).catalogue();
        }

        WordIndex index(Language language) {
            return reading(language).index();
        }

        private Reading reading(Language language) {
            return Objects.requireNonNull(readings.get(language));
        }
    }

    CatalogueKeeper(SnapshotReader reader, SnapshotFile file, Duration staleAfter, InstantSource clock) {
        this.reader = reader;
        this.file = file;
        this.staleAfter = staleAfter;
        this.clock = clock;
        file.read().ifPresent(snapshot -> {
            held = Held.of(snapshot, Optional.empty(), Optional.empty());
            log.info("The catalogue of {} was read from disk", snapshot.at());
        });
    }

    /// Reads what has changed. Fails when the database does; what is held stays.
    void refresh() {
        refreshing.lock();
        try {
            var before = held;
            var reading = reader.read(before == null ? null : before.snapshot());
            var snapshot = reading.snapshot();
            var sameWords =
                    Optional.ofNullable(before).filter(known -> known.snapshot().version() == snapshot.version());
            held = Held.of(snapshot, sameWords, reading.standbyAt());
            keep(snapshot, sameWords.isPresent());
        } finally {
            refreshing.unlock();
        }
    }

    /// Refreshes because somebody has just learnt that what is held is not true any more; a database that is away
    /// changes nothing.
    public void refreshNow() {
        try {
            refresh();
        } catch (DataAccessException | TransactionException failed) {
            if (!Unavailable.is(failed)) {
                throw failed;
            }
            log.info("The catalogue stays as it is: {}", failed.getMessage());
        }
    }

    Optional<Held> held() {
        return Optional.ofNullable(held);
    }

    /// When the database last confirmed what pages show; nothing when there is nothing to show.
    public Optional<Instant> asOf() {
        return held().map(known -> known.snapshot().at());
    }

    /// Whether what pages show is older than it ever is with a database that is well.
    public boolean isStale() {
        return asOf().map(at -> at.isBefore(clock.instant().minus(staleAfter))).orElse(true);
    }

    /// How far the standby had come that pages are read from.
    public Optional<Instant> standbyAt() {
        return held().flatMap(Held::standbyAt);
    }

    private void keep(Snapshot snapshot, boolean sameWords) {
        if (sameWords && written.isAfter(snapshot.at().minus(DISK_AGE))) {
            return;
        }
        try {
            file.write(snapshot);
            written = snapshot.at();
        } catch (UncheckedIOException full) {
            // Pages do not need the disk; the next start without a database would.
            log.warn("{}", full.toString());
        }
    }
}
