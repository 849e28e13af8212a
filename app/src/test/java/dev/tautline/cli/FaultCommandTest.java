package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultCommandTest {
    @TempDir
    private Path empty;

    @Test
    void listsEachKindWithItsGroupAndWhatHappens() {
        var run = CommandRun.of("fault", "list", "--group", "control");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("traffic-spike", "control").doesNotContain("node-stopped");
    }

    @Test
    void showsThePageAndTheParametersWithTheirIntensities() {
        var run = CommandRun.of("fault", "show", "path-latency");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("What a JDBC client sees", "round-trip", "200ms", "20ms", "2s");
    }

    @Test
    void anUnknownFaultIsRefusedWithTheNearestOne() {
        var run = CommandRun.of("fault", "show", "path-latencie");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("path-latency");
    }

    @Test
    void allThatIsWrongWithAFaultIsToldBeforeAnybodyIsAsked() {
        var run = CommandRun.of(
                "fault", "inject", "path-latency", "round-trip=fast", "nod=db-1", "--data", empty.toString());

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("'fast'", "250ms", "'nod'", "node");
    }

    @Test
    void withoutAStageInLabModeNothingIsInjected() {
        var run = CommandRun.of("fault", "inject", "node-stopped", "--data", empty.toString());

        assertThat(run.code()).isEqualTo(ExitCode.CANNOT_TELL);
        assertThat(run.err()).contains("taut up --lab");
    }

    @Test
    void healWantsOneFaultOrAll() {
        assertThat(CommandRun.of("fault", "heal").code()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("fault", "heal", "--all", "node-stopped").code())
                .isEqualTo(ExitCode.USAGE);
    }
}
