package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class RehearsalServerTest {
    /// As far as a rehearsal needs: what comes after the first query is a matter of real servers.
    @Test
    void letsAProbeLogInAndAsk() throws IOException {
        try (var server = new RehearsalServer()) {
            var run = CommandRun.of("probe", server.url());

            assertThat(run.out())
                    .containsPattern("authenticate +passed .* scram")
                    .containsPattern("session +passed")
                    .containsPattern("query +FAILED");
            assertThat(run.out()).doesNotContain("rehearsal");
        }
    }
}
