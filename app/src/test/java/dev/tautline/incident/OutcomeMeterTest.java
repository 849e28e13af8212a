package dev.tautline.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.agent.AgentReport;
import dev.tautline.agent.AgentReport.OutcomeSecond;
import dev.tautline.agent.AgentReport.Visitors;
import dev.tautline.finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What an incident cost of what the business lives on.
class OutcomeMeterTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant ONSET = START.plusSeconds(300);

    private final ImpactMeter meter = new ImpactMeter();
    private int second;

    @Test
    void tellsTheOrdersThatWereNotTaken() {
        pass(300, 2, Duration.ZERO);
        pass(60, 0, Duration.ZERO);

        assertThat(meter.since(ONSET).shortfalls()).containsExactly(new Shortfall("orders", 120, 0, 120));
        assertThat(Assessment.of(meter.since(ONSET), List.of(), Duration.ofMinutes(1), null))
                .isEqualTo(Severity.CRITICAL);
    }

    @Test
    void takesNoChanceForAShortfall() {
        pass(300, 2, Duration.ZERO);
        pass(6, 1, Duration.ZERO);

        assertThat(meter.since(ONSET).shortfalls()).containsExactly(new Shortfall("orders", 120, 6, 0));
        assertThat(meter.since(ONSET).shareOfOutcomes()).isZero();
    }

    @Test
    void saysNothingWhileWhatIsUsualIsNotKnown() {
        pass(300, 0, Duration.ZERO);
        pass(60, 0, Duration.ZERO);

        assertThat(meter.since(ONSET).shortfalls()).isEmpty();
        assertThat(meter.since(START).shortfalls()).isEmpty();
    }

    @Test
    void goesByTheGuardsClockWhateverTheAgentsSays() {
        pass(300, 2, Duration.ofHours(1));
        pass(60, 1, Duration.ofHours(1));

        assertThat(meter.since(ONSET).shortfalls()).containsExactly(new Shortfall("orders", 120, 60, 60));
    }

    @Test
    void whatWasToldBeforeTheGuardWasStartedAnewIsKept() {
        var before = new Impact(10, 1, 0, 0, 0, List.of(new Shortfall("orders", 120, 3, 40)));
        var later = new Impact(5, 1, 0, 0, 0, List.of(new Shortfall("orders", 110, 2, 10)));

        assertThat(before.plus(later).shortfalls()).containsExactly(new Shortfall("orders", 120, 5, 50));
        assertThat(before.worst(Impact.NONE).shortfalls()).isEqualTo(before.shortfalls());
    }

    private void pass(int seconds, int orders, Duration ahead) {
        for (int i = 0; i < seconds; i++) {
            var now = START.plusSeconds(second++);
            var there = now.plus(ahead);
            // The second that has just been completed.
            var outcome = new OutcomeSecond("orders", there.getEpochSecond(), orders);
            var report = new AgentReport(
                    AgentReport.VERSION,
                    "chandlery",
                    "shop-1",
                    START,
                    there,
                    List.of(),
                    List.of(),
                    new Visitors(60, 0, 0, List.of()),
                    List.of(),
                    null,
                    null,
                    List.of(outcome));
            meter.take(Map.of("shop-1", report), now);
        }
    }
}
