package dev.tautline.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Presses Tab in a real bash.
class CompletionCommandTest {
    @TempDir
    private Path folder;

    @Test
    void bashCompletesACommand() throws Exception {
        assertThat(completions("taut", "compl")).containsExactly("completion");
    }

    @Test
    void bashOffersEveryCommand() throws Exception {
        assertThat(completions("taut", ""))
                .containsAll(Main.commandLine().getSubcommands().keySet());
    }

    @Test
    void bashCompletesAnOptionOfACommand() throws Exception {
        assertThat(completions("taut", "completion", "--he")).containsExactly("--help");
    }

    private List<String> completions(String... words) throws IOException, InterruptedException {
        var run = CommandRun.of("completion");
        assertThat(run.code()).isZero();
        var script = Files.writeString(folder.resolve("taut-completion"), run.out());
        var line = "source '%s'; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_taut; printf '%%s\\n' \"${COMPREPLY[@]}\""
                .formatted(script, quoted(words), words.length - 1);
        var bash = new ProcessBuilder("bash", "-c", line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("replies").toFile())
                .start();
        assertThat(bash.waitFor(10, SECONDS)).as("bash ends within 10 s").isTrue();
        return Files.readAllLines(folder.resolve("replies"), StandardCharsets.UTF_8).stream()
                .map(String::strip)
                .toList();
    }

    private static String quoted(String... words) {
        return String.join(
                " ", Arrays.stream(words).map(word -> "'" + word + "'").toList());
    }
}
