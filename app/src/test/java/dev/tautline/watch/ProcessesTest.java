package dev.tautline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.agent.AgentReport;
import dev.tautline.agent.AgentReport.ProcessReport;
import dev.tautline.agent.AgentReport.Visitors;
import dev.tautline.diagnosis.ProcessView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProcessesTest {
    private static final Instant NOW = Instant.parse("2026-06-07T10:45:00Z");
    private final Processes processes = new Processes();

    @Test
    void needsTwoReportsToTellShares() {
        assertThat(view(0, 1000, 4000).pauses()).isNull();

        var second = view(1, 1250, 5000);
        assertThat(second.pauses()).isEqualTo(0.25);
        assertThat(second.cpu()).isEqualTo(0.5);
        assertThat(second.requestsInFlight()).isEqualTo(3);
    }

    @Test
    void theSameReportAgainChangesNothing() {
        view(0, 1000, 4000);
        view(1, 1250, 5000);

        assertThat(view(1, 1250, 5000).pauses()).isEqualTo(0.25);
    }

    @Test
    void aProcessThatWasStartedAnewHasNoShareYet() {
        view(0, 1000, 4000);

        assertThat(view(1, 10, 40).pauses()).isNull();
    }

    @Test
    void anOlderAgentTellsNothingAndAFailingOneWhy() {
        assertThat(processes.view("shop-1", report(NOW, null), null)).isEqualTo(ProcessView.UNKNOWN);
        assertThat(processes.view("shop-1", report(NOW, null), "timed out").problem())
                .isEqualTo("timed out");
    }

    private ProcessView view(int second, long pauses, long cpu) {
        var process = new ProcessReport(3, 200, pauses, cpu, 2);
        return processes.view("shop-1", report(NOW.plusSeconds(second), process), null);
    }

    private static AgentReport report(Instant at, @Nullable ProcessReport process) {
        return new AgentReport(
                AgentReport.VERSION,
                "chandlery",
                "shop-1",
                NOW.minusSeconds(60),
                at,
                List.of(),
                List.of(),
                new Visitors(60, 0, 0, List.of()),
                List.of(),
                process);
    }
}
