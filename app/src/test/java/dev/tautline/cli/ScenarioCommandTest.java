package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioCommandTest {
    @TempDir
    private Path folder;

    @Test
    void listsWhatComesWithTautline() {
        var run = CommandRun.of("scenario", "list");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("primary-stopped", "deploy", "nobody is woken");
    }

    @Test
    void aWrongFileIsToldWithItsPlaceAndNothingIsStarted() throws IOException {
        Files.writeString(folder.resolve("odd.yaml"), "title: Odd\nwhen: node-stoped\nthen: {named: server-down}\n");

        var run = CommandRun.of("scenario", "run", "--all", "--folder", folder.toString());

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("odd.yaml:2:", "node-stopped");
    }

    @Test
    void namesOrAllMustBeSaidAndNotBoth() {
        assertThat(CommandRun.of("scenario", "run").code()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("scenario", "run", "--all", "deploy").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void anUnknownScenarioIsRefusedWithTheNearest() {
        var run = CommandRun.of("scenario", "run", "table-lock");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("table-locked");
    }

    @Test
    void theBenchRefusesWhatItCannotDoBeforeItStarts() {
        assertThat(CommandRun.of("bench", "diagnose", "--seeds", "0").code()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("bench", "diagnose", "--faults", "node-stoped").err())
                .contains("node-stopped");
        assertThat(CommandRun.of(
                                "bench",
                                "diagnose",
                                "--markdown",
                                folder.resolve("none.md").toString())
                        .err())
                .contains("none.md");
    }
}
