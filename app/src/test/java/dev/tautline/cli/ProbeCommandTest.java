package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ProbeCommandTest {
    @Test
    void saysWhichStepFailedWhoseItIsAndWhatToTypeNext() throws IOException {
        var run = CommandRun.of("probe", refused());

        assertThat(run.code()).isEqualTo(ExitCode.CANNOT_TELL);
        assertThat(run.out())
                .containsPattern("resolve +passed")
                .containsPattern("connect +FAILED")
                .contains("connect: connection-refused (ECONNREFUSED)", "Owner", "database", "ss -ltn")
                .doesNotContain("\u001b");
    }

    @Test
    void writesJsonThatAProgramCanRead() throws IOException {
        var run = CommandRun.of("probe", refused(), "--format", "json");
        var result = JsonMapper.shared().readTree(run.out()).get("results").get(0);

        assertThat(result.get("passed").asBoolean()).isFalse();
        assertThat(result.get("steps").get(1).get("failure").get("kind").asString())
                .isEqualTo("connection-refused");
        assertThat(result.get("steps").size()).isEqualTo(8);
    }

    @Test
    void tellsAboutAllBadUrlsAtOnce() {
        var run = CommandRun.of("probe", "jdbc:mysql://db/shop", "jdbc:postgresql://db:0/shop");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(2).allMatch(line -> line.startsWith("taut: "));
    }

    @Test
    void refusesATimeThatIsNone() {
        var run = CommandRun.of("probe", "jdbc:postgresql://db/shop", "--timeout", "soon");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("'soon' is not a time", "500ms");
    }

    @Test
    void refusesAPasswordVariableThatIsNotSet() {
        var run = CommandRun.of("probe", "jdbc:postgresql://db/shop", "--password-env", "TAUT_TEST_UNSET");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("'TAUT_TEST_UNSET' is not set");
    }

    private static String refused() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return "jdbc:postgresql://127.0.0.1:" + socket.getLocalPort() + "/shop?user=app";
        }
    }
}
