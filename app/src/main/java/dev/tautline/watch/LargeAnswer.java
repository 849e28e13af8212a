package dev.tautline.watch;

import dev.tautline.probe.Guest;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Asks now and then for an answer that fills many packets, over the canary's own connection: on a link that is
/// full or limited it crawls, while small answers are as quick as ever. Confined to the lane's thread.
final class LargeAnswer {
    /// Some forty packets; a link of 10 Mbit/s takes 50 ms for them.
    static final int BYTES = 65_536;

    /// Every so many climbs: at one climb a second that is 13 kB/s per target.
    private static final int EVERY = 5;

    /// What the guest's deadline cuts off took at least this (the step's time-out of the watch).
    private static final Duration CUT_OFF = Duration.ofMillis(800);

    private static final String QUESTION = "SELECT repeat('x', " + BYTES + ")";

    /// So many times the quickest one is asked about again at once: a machine that was busy for a moment is not
    /// a slow way.
    private static final int DOUBTFUL = 3;

    private int climbs;
    private boolean doubted;
    private @Nullable Duration quickest;
    private @Nullable Duration took;
    private boolean cutOff;

    /// For the next climb; most of the time one that asks nothing.
    Guest guest() {
        return climbs++ % EVERY == 0 || doubted ? this::ask : Guest.NONE;
    }

    /// The last one did not come in time, and the one before was no better: whether anything large gets through is the
    /// question now.
    boolean isCutOff() {
        return cutOff;
    }

    /// Something of several packets got through.
    void fits() {
        cutOff = false;
        climbs = 0;
    }

    /// How long the last one took; null before the first.
    @Nullable
    Duration took() {
        return took;
    }

    private void ask(InetAddress address, Connection connection) {
        long start = System.nanoTime();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(QUESTION)) {
            rows.next();
            note(Duration.ofNanos(System.nanoTime() - start));
        } catch (SQLException e) {
            long spent = System.nanoTime() - start;
            // Sooner than the deadline it is another failure, which the ladder meets as well.
            if (spent >= CUT_OFF.toNanos() / 2) {
                note(Duration.ofNanos(Math.max(spent, CUT_OFF.toNanos())));
            }
        }
    }

    /// What is far slower than ever counts when the next one is, too.
    void note(Duration now) {
        var best = quickest == null || now.compareTo(quickest) < 0 ? now : quickest;
        quickest = best;
        boolean slow = now.compareTo(best.multipliedBy(DOUBTFUL)) > 0;
        if (!slow || doubted) {
            took = now;
            cutOff = slow && now.compareTo(CUT_OFF) >= 0;
        }
        doubted = slow && !doubted;
    }
}
