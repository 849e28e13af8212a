package dev.tautline.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.ServerStatements;
import dev.tautline.watch.server.ServerSample.Timed;
import dev.tautline.watch.server.StatementTotals;
import dev.tautline.watch.server.StatementTotals.Totals;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Counters that begin anew are a change, and no statement is slower for it.
class StatisticsResetTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    /// Called all the time and quick; called now and then and slow.
    private static final long QUICK = 1;

    private static final long SLOW = 2;

    private final Baselines baselines = new Baselines();
    private final Changes changes = new Changes();
    private final Servers servers = new Servers(baselines, changes, START);
    private int second;

    @Test
    void noStatementIsSlowerForAReset() {
        for (int i = 0; i < 60; i++) {
            look(400L * second, 4L * second, "before");
        }
        for (int i = 1; i <= 20; i++) {
            var told = look(400L * i, 4L * i, "after");

            if (told.mean() != null) {
                assertThat(told.mean().raised(2, 1)).as("%s", told.mean()).isFalse();
            }
            assertThat(told.excessPerSecond()).isLessThan(1);
        }
    }

    @Test
    void whatWasUsualBeforeAResetIsSoStill() {
        for (int i = 0; i < 60; i++) {
            look(400L * second, 4L * second, "before");
        }
        look(0, 0, "after");
        // Ten times as slow from then on, while too little was counted anew to know what is usual.
        var slower = look(Map.of(QUICK, totals(400, 8000.0)), "after");

        var top = Objects.requireNonNull(slower.top());
        assertThat(top.mean().usual()).isEqualTo(2.0);
        assertThat(top.mean().raised(4, 2)).isTrue();
    }

    @Test
    void aResetIsOnTheTimelineWhoeverTellsOfIt() {
        look(400, 4, "yesterday");
        look(800, 8, "");
        look(10, 0, "today");

        assertThat(changes.all())
                .extracting(Change::kind, Change::what, Change::before, Change::after)
                .contains(tuple(Change.Kind.STATISTICS, "reset of the statements' statistics", "yesterday", "today"));
    }

    @Test
    void aStatementThatWasForgottenToMakeRoomIsNoReset() {
        var before = new StatementTotals(Map.of(QUICK, totals(900, 1800), SLOW, totals(5, 500), 3L, totals(7, 1)), "");

        assertThat(new StatementTotals(Map.of(QUICK, totals(950, 1900), SLOW, totals(6, 600)), "").resetSince(before))
                .isFalse();
        assertThat(new StatementTotals(Map.of(QUICK, totals(12, 24)), "").resetSince(before))
                .isTrue();
        assertThat(new StatementTotals(Map.of(), "").resetSince(new StatementTotals(Map.of(), "")))
                .isFalse();
    }

    private ServerStatements look(long quick, long slow, String resetAt) {
        return look(Map.of(QUICK, totals(quick, 2.0 * quick), SLOW, totals(slow, 120.0 * slow)), resetAt);
    }

    private ServerStatements look(Map<Long, Totals> totals, String resetAt) {
        var now = START.plusSeconds(second++);
        var sample = ServerSamples.counting(new Timed<>(now, new StatementTotals(totals, resetAt)), null);
        var view = servers.view("db-1", "shop", Set.of(), new Sampled<>(sample, now, null), now);
        baselines.endTick(true, now);
        servers.endTick(true);
        return Objects.requireNonNull(Objects.requireNonNull(view).statements());
    }

    private static Totals totals(long calls, double millis) {
        return new Totals(calls, millis, calls, 0, 0);
    }
}
