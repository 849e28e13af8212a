package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProbeProgressTest {
    private final StringWriter shown = new StringWriter();

    @Test
    void aTerminalSeesTheCountUntilAllIsDone() {
        var progress = progress(3, true);
        progress.oneMore();
        assertThat(shown.toString()).endsWith("  1 of 3 targets probed");
        progress.oneMore();
        progress.oneMore();
        assertThat(shown.toString()).contains("  2 of 3").endsWith("\r\u001b[K");
    }

    @Test
    void aFileAndASingleTargetSeeNone() {
        progress(3, false).oneMore();
        progress(1, true).oneMore();
        assertThat(shown.toString()).isEmpty();
    }

    private ProbeProgress progress(int all, boolean isTerminal) {
        return new ProbeProgress(new PrintWriter(shown), all, isTerminal);
    }
}
