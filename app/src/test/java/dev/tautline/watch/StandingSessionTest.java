package dev.tautline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.diagnosis.RouteDetails;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.watch.CanaryClimb.Climb;
import dev.tautline.watch.WatchConfig.Target;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the session that the guard keeps tells while new connections fail.
class StandingSessionTest {
    private static final Instant FAILING_SINCE = Instant.parse("2026-06-07T10:45:00Z");
    private static final Instant NOW = FAILING_SINCE.plusSeconds(2);

    @Test
    void goesOnWhenItWasOpenBefore() {
        assertThat(openedAt(FAILING_SINCE.minusSeconds(60)).establishedGoesOn()).isTrue();
    }

    /// A server or a pooler that was restarted breaks it, and lets the guard in anew before the next climb ends.
    @Test
    void tellsNothingOfOpenSessionsWhenItWasOpenedSince() {
        var details = openedAt(FAILING_SINCE.plusSeconds(1));

        assertThat(details.establishedGoesOn()).isFalse();
        assertThat(details.establishedFails()).isFalse();
    }

    private static RouteDetails openedAt(Instant openedAt) {
        var target = new Target("db-1", ProbeTarget.of("db-1", 5432, "shop", "tautline"));
        var result = new LadderResult(target.probe(), NOW, List.of(), null, List.of(), List.of(), List.of());
        var climb = new Climb(result, null, null, FAILING_SINCE, false, null, List.of(), null);
        return new Routes(new Baselines(), new Changes(), FAILING_SINCE)
                .view(
                        target,
                        new Sampled<>(climb, NOW, null),
                        new Sampled<>(ServerSamples.openedAt(openedAt), NOW, null),
                        NOW)
                .details();
    }
}
