package dev.tautline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.diagnosis.Reading;
import dev.tautline.watch.server.DatabaseTotals;
import dev.tautline.watch.server.SessionRow;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/// How many were just logging in when the server was looked at.
class LogInsSeenTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int LOOKS = 4;

    private final Servers servers = new Servers(new Baselines(), new Changes(), START);

    @Test
    void anotherOneAtEachLookIsAStreamOfThem() {
        assertThat(seen(look -> 100 + look).now()).isEqualTo(1);
    }

    /// Its answer is lost on the way, say.
    @Test
    void oneThatHangsIsNoStream() {
        assertThat(seen(_ -> 100).now()).isEqualTo(1.0 / LOOKS);
    }

    private Reading seen(IntUnaryOperator pidAt) {
        Reading seen = null;
        for (int look = 0; look < LOOKS; look++) {
            var now = START.plusSeconds(look);
            var sample = ServerSamples.seeing(List.of(loggingIn(pidAt.applyAsInt(look))), totals());
            var view = servers.view("db-1", "shop", Set.of(), new Sampled<>(sample, now, null), now);
            var counters = Objects.requireNonNull(view).counters();
            seen = counters == null ? null : counters.loggingIn();
        }
        return Objects.requireNonNull(seen);
    }

    private static SessionRow loggingIn(int pid) {
        return new SessionRow(
                pid, "", "", "", "client backend", "starting", "Client", "ClientRead", 0.1, -1, 0, 0, "", 0);
    }

    private static DatabaseTotals totals() {
        return new DatabaseTotals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "");
    }
}
