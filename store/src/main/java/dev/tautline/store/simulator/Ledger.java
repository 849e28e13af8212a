package dev.tautline.store.simulator;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// What happened at the provider, in order, never changed. A checker reads it and compares. Thread-safe.
final class Ledger {
    private final InstantSource clock;
    private final Consumer<Entry> listener;
    private final List<Entry> entries = new ArrayList<>();

    Ledger(InstantSource clock) {
        this(clock, entry -> {});
    }

    /// @param listener hears of each entry; must return at once
    Ledger(InstantSource clock, Consumer<Entry> listener) {
        this.clock = clock;
        this.listener = listener;
    }

    record Entry(long sequence, Instant at, UUID payment, Account.State state, long amountMinor) {}

    synchronized void append(Account account) {
        var entry =
                new Entry(entries.size() + 1L, clock.instant(), account.id(), account.state(), account.amountMinor());
        entries.add(entry);
        listener.accept(entry);
    }

    synchronized Optional<Entry> lastOf(UUID payment) {
        return entries.reversed().stream()
                .filter(entry -> entry.payment().equals(payment))
                .findFirst();
    }

    /// At most `most` entries whose sequence number is greater than `after`.
    synchronized List<Entry> after(long after, int most) {
        var from = Math.clamp(after, 0, entries.size());
        return List.copyOf(entries.subList(from, Math.min(entries.size(), from + most)));
    }
}
