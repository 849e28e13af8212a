package dev.tautline.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
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
                .contains("taut explain connection-refused")
                .doesNotContain("\u001b");
    }

    @Test
    void writesJsonThatAProgramCanRead() throws IOException {
        var run = CommandRun.of("probe", refused(), "--format", "json");
        var result = JsonMapper.shared().readTree(run.out()).get("results").get(0);

        assertThat(result.get("passed").asBoolean()).isFalse();
        assertThat(result.get("steps").get(1).get("failure").get("kind").asString())
                .isEqualTo("connection-refused");
        assertThat(result.get("steps").size()).isEqualTo(9);
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

    @Test
    void looksAroundOnlyWhenItIsAskedTo() throws IOException {
        var host = InetAddress.ofLiteral("127.0.0.8");
        try (var bastion = new ServerSocket(6543, 5, host)) {
            var answered = new AtomicInteger();
            Thread.ofVirtual().start(() -> greetAsSsh(bastion, answered));
            var url = "jdbc:postgresql://127.0.0.8:" + closedPort(host) + "/shop?user=app";

            assertThat(CommandRun.of("probe", url).out()).doesNotContain("6543");
            assertThat(answered).hasValue(0);

            var run = CommandRun.of("probe", url, "--explore");
            assertThat(run.out())
                    .containsPattern("Answers +127.0.0.8:6543 \\(another port\\): ssh-at-port")
                    .containsPattern("So +no PostgreSQL answers nearby either");
            assertThat(answered).hasPositiveValue();
            assertThat(run.code()).isEqualTo(ExitCode.CANNOT_TELL);
        }
    }

    @Test
    void refusesToGuessWhatToProbe() {
        assertThat(CommandRun.of("probe").err()).contains("URL…, --all or --from-config PATH");
        assertThat(CommandRun.of("probe", "jdbc:postgresql://db/shop", "--config", "x")
                        .err())
                .contains("--config is the file for --all and --explore");
    }

    @Test
    void targetsOfAFileHaveTheirOwnLoginAndExpectations() {
        var run = CommandRun.of("probe", "--all", "--config", "no-such.yaml", "--expect", "primary");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("the targets of taut.yaml have their own", "no-such.yaml: cannot be read");
    }

    @Test
    void takesThePasswordFromOnePlaceOnly() {
        var run = CommandRun.of(
                "probe", "jdbc:postgresql://db/shop", "--password-env", "PATH", "--password-file", "/dev/null");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("only one of --password-env, --password-file and --ask-password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/shop --password-file /dev/zero",
                "--all --config /dev/zero",
            })
    @Timeout(20)
    void refusesFilesThatNeverEnd(String arguments) {
        var run = CommandRun.of(("probe " + arguments).split(" ", -1));

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("/dev/zero", "cannot be read (it is longer than 1 MiB, or never ends)");
    }

    @Test
    void asksForNoPasswordWhereNobodyCanType() {
        var run = CommandRun.of("probe", "jdbc:postgresql://db/shop", "--ask-password");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--ask-password needs a terminal", "--password-file");
    }

    @Test
    void saysThatNoFileOfTargetsIsThere() {
        var run = CommandRun.of("probe", "--all", "--config", "no-such.yaml");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("no-such.yaml: cannot be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "db",
                "db:5432/shop",
                "jdbc:",
                "jdbc:postgresql",
                "jdbc:postgresql://",
                "jdbc:postgresql://db:-1/shop",
                "jdbc:postgresql://db:5432:5433/shop?password=sesame",
                "jdbc:postgresql://[::1/shop?password=sesame",
                "jdbc:postgresql://app:sesame@db/shop",
                "jdbc:oracle:thin:app/sesame@db:1521",
                "postgresql://app:ses@me@db:x/shop",
                "postgres://app:sesame@db/shop?sslmode=none",
                "postgresql:///?service=",
                "postgresql:///shop?host=/tmp&password=sesame",
                "https://db/shop?password=sesame",
                "jdbc:postgresql://db/shop?password=%zz"
            })
    void aUrlThatCannotBeUsedIsToldWithoutItsSecrets(String url) {
        var run = CommandRun.of("probe", url, "--timeout", "1s", "--step-timeout", "200ms");

        assertThat(run.code()).as(run.out() + run.err()).isIn(ExitCode.USAGE, ExitCode.CANNOT_TELL);
        assertThat(run.out() + run.err()).isNotBlank().doesNotContain("sesame", "ses@me", "Exception", "at dev.");
    }

    @ParameterizedTest
    @EnumSource(ProbeFormat.class)
    void noFormHoldsAPasswordOfTheUrl(ProbeFormat format) throws IOException {
        var url = refused().replace("?user=app", "?user=app&password=Canary7");
        var run = CommandRun.of("probe", url, "--format", format.toString());

        assertThat(run.code()).isEqualTo(ExitCode.CANNOT_TELL);
        assertThat(run.err()).contains("warning: a password on the command line");
        assertThat(run.out() + run.err()).contains("connection-refused").doesNotContain("Canary7");
    }

    @Test
    void aTargetOfAFileThatIsWrongStopsEverything(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("taut.yaml"), """
                targets:
                  - name: one
                    url: jdbc:postgresql://db/shop?password=sesame
                    expect: leader
                  - name: two
                    ulr: jdbc:postgresql://db/shop
                """);
        var run = CommandRun.of("probe", "--all", "--config", file.toString(), "postgresql://db:x/shop");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("taut.yaml:3:10: a password does not belong here")
                .contains("taut.yaml:4:13: 'expect' is 'leader', allowed: any, primary, standby")
                .contains("taut.yaml:6:5: unknown key 'ulr', did you mean 'url'?")
                .contains("taut.yaml:5:5: 'url' is missing")
                .contains("postgresql://db:x/shop")
                .doesNotContain("sesame");
    }

    @Test
    void saysThatNothingIsConfiguredInAFolder(@TempDir Path folder) {
        var run = CommandRun.of("probe", "--from-config", folder.toString());

        assertThat(run.code()).isEqualTo(ExitCode.CANNOT_TELL);
        assertThat(run.err()).contains(folder.toString(), "no connection to a database is configured there");
    }

    @Test
    void namesWhyAFileCannotBeRead(@TempDir Path folder) throws IOException {
        var letters = Files.write(folder.resolve("latin"), new byte[] {(byte) 0xe4, (byte) 0xf6});
        var aliases =
                Files.writeString(folder.resolve("aliases.yaml"), "a: &a [1]\ntargets: [" + "*a, ".repeat(60) + "1]\n");

        assertThat(config(folder)).contains("it is a folder");
        assertThat(config(letters)).contains("it is no text in UTF-8");
        assertThat(config(aliases)).contains("aliases.yaml: Number of aliases");
        assertThat(config(folder.resolve("absent"))).contains("there is no such file");
    }

    private static String config(Path file) {
        var run = CommandRun.of("probe", "--all", "--config", file.toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        return run.err();
    }

    @Test
    void refusesAnEmptyUser() {
        assertThat(CommandRun.of("probe", "postgresql://db/shop", "--user", "").err())
                .contains("--user is empty");
    }

    private static void greetAsSsh(ServerSocket listener, AtomicInteger answered) {
        try {
            while (true) {
                try (var caller = listener.accept()) {
                    answered.incrementAndGet();
                    caller.getOutputStream().write("SSH-2.0-OpenSSH_9.9\r\n".getBytes(US_ASCII));
                    caller.getInputStream().read();
                }
            }
        } catch (IOException over) {
            // The test is over.
        }
    }

    private static int closedPort(InetAddress host) throws IOException {
        try (var socket = new ServerSocket(0, 1, host)) {
            return socket.getLocalPort();
        }
    }

    private static String refused() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return "jdbc:postgresql://127.0.0.1:" + socket.getLocalPort() + "/shop?user=app";
        }
    }
}
