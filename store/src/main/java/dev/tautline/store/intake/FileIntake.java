package dev.tautline.store.intake;

import dev.tautline.store.cookie.Sealed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;

/// The intake as a journal on this instance's disk: sealed records, appended, on disk before the answer. The
/// directory's lock keeps a second process out.
public final class FileIntake implements OrderIntake {
    // An order takes a few kilobytes; with less than this left, others on the disk are in need, too.
    static final long LEAST_SPACE_BYTES = 16L * 1024 * 1024;
    // Settled records are personal data that nobody needs any more.
    private static final long CLEAR_FROM_BYTES = 64L * 1024;

    private final JournalOnDisk disk;
    private final AppendOnlyFile file;
    private final LongSupplier usableBytes;
    private final Map<UUID, ReceivedOrder> pending;
    private final int unreadable;
    private final long damagedBytes;
    private int appending;

    FileIntake(JournalOnDisk disk, JournalOnDisk.Found found, FileChannel channel, LongSupplier usableBytes)
            throws IOException {
        this.disk = disk;
        this.file = new AppendOnlyFile(channel);
        this.usableBytes = usableBytes;
        this.pending = new LinkedHashMap<>(found.pending());
        this.unreadable = found.unreadable();
        this.damagedBytes = found.damagedBytes();
    }

    /// Reads what an earlier process left. The caller holds the directory's lock.
    public static FileIntake open(
            Path journal, Sealed sealed, JsonMapper json, InstantSource clock, LongSupplier usableBytes) {
        try {
            var disk = new JournalOnDisk(journal, sealed, json, clock);
            var found = disk.openAnew();
            return new FileIntake(
                    disk,
                    found,
                    FileChannel.open(journal, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    usableBytes);
        } catch (IOException failed) {
            throw new UncheckedIOException("the order journal %s cannot be opened".formatted(journal), failed);
        }
    }

    @Override
    public void receive(ReceivedOrder order) {
        synchronized (pending) {
            if (pending.containsKey(order.checkoutId())) {
                return;
            }
            var left = usableBytes.getAsLong();
            if (left < LEAST_SPACE_BYTES) {
                throw new IntakeRefused("the disk has %d MB left".formatted(left >> 20));
            }
            appending++;
        }
        append(JournalRecord.of(order), () -> pending.putIfAbsent(order.checkoutId(), order));
    }

    @Override
    public void settle(UUID checkout) {
        synchronized (pending) {
            if (!pending.containsKey(checkout)) {
                return;
            }
            appending++;
        }
        append(JournalRecord.settled(checkout), () -> pending.remove(checkout));
        clearWhenDone();
    }

    @Override
    public List<ReceivedOrder> pending(int most) {
        synchronized (pending) {
            return pending.values().stream().limit(most).toList();
        }
    }

    @Override
    public Optional<ReceivedOrder> byToken(String token) {
        return find(order -> order.token().equals(token));
    }

    @Override
    public Optional<ReceivedOrder> byCheckout(UUID checkout) {
        synchronized (pending) {
            return Optional.ofNullable(pending.get(checkout));
        }
    }

    @Override
    public State state() {
        var failure = file.broken();
        var left = usableBytes.getAsLong();
        var reason = failure != null
                ? "the disk failed last time: " + failure.getMessage()
                : left < LEAST_SPACE_BYTES ? "the disk has %d MB left".formatted(left >> 20) : "";
        synchronized (pending) {
            return new State(pending.size(), unreadable, damagedBytes, left >= LEAST_SPACE_BYTES, reason);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Optional<ReceivedOrder> find(Predicate<ReceivedOrder> wanted) {
        synchronized (pending) {
            return pending.values().stream().filter(wanted).findFirst();
        }
    }

    private void append(JournalRecord record, Runnable whenDurable) {
        try {
            file.append(Frames.frame(disk.seal(record)));
            synchronized (pending) {
                whenDurable.run();
            }
        } catch (IOException failed) {
            throw new IntakeRefused("the order journal could not be written", failed);
        } finally {
            synchronized (pending) {
                appending--;
            }
        }
    }

    private void clearWhenDone() {
        synchronized (pending) {
            if (pending.isEmpty() && appending == 0 && file.size() >= CLEAR_FROM_BYTES) {
                try {
                    file.clear();
                } catch (IOException failed) {
                    throw new IntakeRefused("the order journal could not be cleared", failed);
                }
            }
        }
    }
}
