package dev.tautline.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tautline.agent.AgentReport;
import dev.tautline.agent.AgentReport.Visitors;
import dev.tautline.diagnosis.Change;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What was started anew, and as what, is on the timeline.
class DeployTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final Changes changes = new Changes();
    private final Instances instances = new Instances(new Baselines(), changes, START);

    @Test
    void aDeployIsAChangeOfVersionAtTheStartOfTheInstance() {
        told(START, START.plusSeconds(60), "1.4.0");
        told(START.plusSeconds(100), START.plusSeconds(103), "1.5.0");

        assertThat(changes.all())
                .extracting(Change::kind, Change::what, Change::before, Change::after, Change::at)
                .contains(tuple(Change.Kind.INSTANCE_START, "version", "1.4.0", "1.5.0", START.plusSeconds(100)));
    }

    @Test
    void aRestartOfTheSameVersionIsNone() {
        told(START, START.plusSeconds(60), "1.4.0");
        told(START.plusSeconds(100), START.plusSeconds(103), "1.4.0");

        assertThat(changes.all()).extracting(Change::what).containsExactly("start");
    }

    @Test
    void anApplicationWithoutAVersionIsToldByItsStartAlone() {
        told(START, START.plusSeconds(60), null);
        told(START.plusSeconds(100), START.plusSeconds(103), null);

        assertThat(changes.all()).extracting(Change::what).containsExactly("start");
    }

    private void told(Instant startedAt, Instant at, @Nullable String version) {
        var report = new AgentReport(
                AgentReport.VERSION,
                "chandlery",
                "shop-1",
                startedAt,
                at,
                List.of(),
                List.of(),
                new Visitors(60, 0, 0, List.of()),
                List.of(),
                null,
                version,
                List.of());
        assertThat(instances.view("shop-1", new Sampled<>(report, at, null), at))
                .isNotNull();
    }
}
