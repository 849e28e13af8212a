package dev.tautline.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.stage.TautHome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

/// Both outages, whole: real processes, real load, and a guard that is told nothing.
@Tag("lab")
@Tag("alone")
class ReplayLabTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"2023-04-02", "2024-06-07"})
    @Timeout(480)
    void namesTheInjectedCauseAndRulesOutWhatHistorySuspected(String outage) throws Exception {
        var printed = new StringWriter();
        var program = new ReplayProgram(TautHome.find(System.getProperties()), Clock.systemUTC(), System.out::println);

        boolean right = program.run(outage, 1, folder, new PrintWriter(printed), Ansi.OFF);

        System.out.println(printed);
        assertThat(right).as(printed.toString()).isTrue();
        try (var files = Files.list(folder)) {
            var postmortem = Files.readString(files.findFirst().orElseThrow());
            assertThat(postmortem).contains("## Root cause and resolution", "## Timeline");
        }
    }
}
