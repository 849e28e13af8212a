package dev.tautline.watch;

import dev.tautline.watch.server.ServerSample.Timed;
import dev.tautline.watch.server.StatementTotals;
import dev.tautline.watch.server.StatementTotals.Totals;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// What each statement takes in health. The server itself remembers: its running totals of a healthy moment, less those
/// of some minutes before, are what is usual lately; for a statement that is rare, all that it has counted since its
/// last reset. So it is known from the first look on, and costs no history here.
final class UsualStatements {
    /// The first bad seconds of an outage are no health: as the quarantine of the other signals.
    private static final int QUARANTINE = 6;

    private static final Duration LATELY = Duration.ofMinutes(5);

    /// Fewer calls tell nothing about what is usual.
    private static final int FEWEST_LATELY = 20;

    private static final int FEWEST_EVER = 5;

    private final Deque<Timed<StatementTotals>> quarantine = new ArrayDeque<>();
    private @Nullable Timed<StatementTotals> healthy;
    private @Nullable Timed<StatementTotals> before;
    /// As of the last healthy moment before all totals were reset.
    private @Nullable Timed<StatementTotals> formerly;

    void endTick(boolean well, @Nullable Timed<StatementTotals> present) {
        if (!well) {
            quarantine.clear();
            return;
        }
        if (present == null) {
            return;
        }
        quarantine.addLast(present);
        if (healthy == null) {
            // At the very first look there is nothing better than what the server has counted by then.
            healthy = present;
        }
        if (quarantine.size() > QUARANTINE) {
            healthy = quarantine.removeFirst();
        }
        if (before == null || healthy.at().isAfter(before.at().plus(LATELY.multipliedBy(2)))) {
            before = healthy;
        }
    }

    /// The server has begun to count anew. What was usual before is so still.
    void reset() {
        formerly = healthy == null ? formerly : healthy;
        healthy = null;
        before = null;
        quarantine.clear();
    }

    /// What is usual of a statement, as totals over some time; null when it was called too rarely.
    @Nullable
    Totals of(long id) {
        var since = sinceReset(id);
        if (since != null && since.calls() >= FEWEST_LATELY) {
            return since;
        }
        var former = formerly == null ? null : formerly.value().byId().get(id);
        return former != null && former.calls() >= FEWEST_EVER ? former : since;
    }

    private @Nullable Totals sinceReset(long id) {
        if (healthy == null) {
            return null;
        }
        var ever = healthy.value().byId().get(id);
        if (ever == null) {
            return null;
        }
        var earlier = before == null ? null : before.value().byId().get(id);
        if (earlier != null) {
            var lately = ever.less(earlier);
            if (lately.calls() >= FEWEST_LATELY && lately.execMillis() >= 0) {
                return lately;
            }
        }
        return ever.calls() >= FEWEST_EVER ? ever : null;
    }
}
