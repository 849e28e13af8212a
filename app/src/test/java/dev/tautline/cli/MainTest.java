package dev.tautline.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as its own process: streams, exit codes and logs as a shell sees them.
class MainTest {
    @TempDir
    private Path folder;

    @Test
    void endsQuietlyWhenItsReaderHasGone() throws Exception {
        // `read` takes the line that says the reader has gone before the program starts.
        shell("mkfifo gone; { read -r line <gone; taut completion; echo $? >code; } | { exec <&-; echo yes >gone; }");
        assertThat(folder.resolve("err")).isEmptyFile();
        assertThat(folder.resolve("code")).hasContent(String.valueOf(ExitCode.READER_GONE));
    }

    @Test
    void saysWhyTheResultCouldNotBeWritten() throws Exception {
        assertThat(shell("taut completion >/dev/full")).isEqualTo(ExitCode.CANNOT_TELL);
        assertThat(folder.resolve("err")).content().startsWith("taut: cannot write the result: ");
    }

    @Test
    void refusesALogLevelThatDoesNotExist() throws Exception {
        assertThat(shell("TAUT_LOG=loud; export TAUT_LOG; taut --version")).isEqualTo(ExitCode.USAGE);
        assertThat(folder.resolve("err"))
                .hasContent("taut: TAUT_LOG='loud' is no log level; allowed: error, warn, info, debug, trace");
    }

    /// It remembers none itself, which is no news for whoever wonders what the application does.
    @Test
    void tellsHowLongNamesAreRememberedByTheJvmAsItWasStarted() throws Exception {
        shell("taut probe --no-rules jdbc:postgresql://localhost:1/shop");
        assertThat(folder.resolve("out")).content().contains("a JVM set up as this one remembers it for 30 s");
    }

    /// Runs `line` in a shell where `taut` is this build's program; standard error ends up in the file `err`.
    private int shell(String line) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var taut = "taut() { '%s' -cp '%s' dev.tautline.cli.Main \"$@\"; }%n%s"
                .formatted(java, System.getProperty("java.class.path"), line);
        var process = new ProcessBuilder("sh", "-c", taut)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        assertThat(process.waitFor(20, SECONDS)).as("ends within 20 s: " + line).isTrue();
        return process.exitValue();
    }
}
