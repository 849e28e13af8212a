package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.postgres.Cluster;
import dev.tautline.lab.postgres.Node;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `taut probe --all` against a primary, a standby and a port at which nobody listens.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ProbeAllLabTest {
    private static final String PASSWORD = "Canary&bird?7";

    private Cluster cluster;

    private Path folder;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        cluster = Cluster.builder().standbys(1).setting("work_mem", "64MB").start();
        cluster.primary().execute("CREATE ROLE app LOGIN PASSWORD '" + PASSWORD + "'");
        cluster.primary().execute("CREATE DATABASE shop");
        cluster.awaitReplay(Duration.ofSeconds(20));
        Files.writeString(folder.resolve("word"), PASSWORD + "\n");
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    /// Side by side they would hold ten times as many connections as the role may have.
    @Test
    void manyTargetsOnOneServerDoNotPushItOver() throws IOException {
        cluster.primary().execute("CREATE ROLE few LOGIN CONNECTION LIMIT 4 PASSWORD '" + PASSWORD + "'");
        var targets = IntStream.range(0, 40)
                .mapToObj(i -> target("db-" + i, cluster.primary()).replace("user: app", "user: few"))
                .collect(Collectors.joining("\n"));
        var run = all("targets:\n" + targets);

        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.CLEAN);
        assertThat(run.out()).contains("40 targets probed, 0 failed");
    }

    @Test
    void passesWhenAllIsAsExpected() throws IOException {
        var run = all("""
                targets:
                %s
                    expect:
                      role: primary
                      version: ">= 13"
                      head-room: 10%%
                      latency: {connect: 5s, round-trip: 5s, total: 30s}
                      settings: {max_connections: ">= 20", work_mem: 65536kB, fsync: "%s"}
                %s
                    expect: {role: standby, replication-lag: 1h}
                """.formatted(
                        target("db-1", cluster.primary()),
                        cluster.primary().query("SHOW fsync").getFirst(),
                        target("db-2", cluster.standbys().getFirst())));

        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.CLEAN);
        assertThat(run.out().lines().toList().getFirst()).contains("target", "address", "connect", "verdict");
        assertThat(run.out())
                .containsPattern("db-1 +127.0.0.1:\\d+ +primary +18\\.\\d+ .* ok\n")
                .containsPattern("db-2 +127.0.0.1:\\d+ +standby +18\\.\\d+ .* ok\n")
                .contains("2 targets probed, 0 failed")
                .doesNotContain("\u001b");
    }

    @Test
    void tellsEveryExpectationThatIsNotMet() throws IOException {
        var run = all("""
                targets:
                %s
                    expect:
                      tls: encrypted
                      version: "< 13"
                      head-room: 100%%
                      latency: {round-trip: 1us}
                      settings: {work_mem: "> 64MB", no_such: 3}
                """.formatted(target("db-1", cluster.primary())), "--format", "json");

        assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
        var unmet = result(run).get("unmet");
        assertThat(unmet.valueStream().map(one -> one.get("what").asString()))
                .containsExactly(
                        "tls", "version", "head-room", "latency.round-trip", "settings.work_mem", "settings.no_such");
        assertThat(unmet.get(4).get("found").asString()).isEqualTo("64MB");
        assertThat(unmet.get(5).get("found").asString()).isEqualTo("not told by the server");
        assertThat(result(run).get("passed").asBoolean()).isFalse();
    }

    @Test
    void tellsAboutTheOthersAlthoughOneIsDown() throws IOException {
        var run = all(oneDown());

        assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.out())
                .containsPattern("up +127.* ok\n")
                .containsPattern("down +127.* connection-refused\n")
                .contains("2 targets probed, 1 failed", "At fault", "ss -ltn")
                .doesNotContain("open as application_name");
    }

    @ParameterizedTest
    @EnumSource(ProbeFormat.class)
    void noFormHoldsThePassword(ProbeFormat format) throws IOException {
        Files.writeString(folder.resolve("wrong-word"), "wrong" + PASSWORD);
        var wrong = target("wrong", cluster.primary()).replace("password-file: word", "password-file: wrong-word");
        var run = all("targets:\n" + target("right", cluster.primary()) + wrong, "--format", format.toString());

        assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.out()).contains("password-refused");
        assertThat(run.out() + run.err()).doesNotContain("Canary");
    }

    @Test
    void theReportFollowsItsSchema() throws IOException {
        var run = all(oneDown(), "--format", "json");

        assertThat(ReportSchema.probe().errors(run.out())).isEmpty();
        assertThat(ReportSchema.probe().errors(run.out().replace("\"verdict\" : \"passed\"", "\"verdict\" : \"fine\"")))
                .isNotEmpty();
    }

    @Test
    void everyStepIsATestForBuildServers() throws Exception {
        var run = all(oneDown(), "--format", "junit");
        var suites = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(run.out())))
                .getDocumentElement();

        assertThat(suites.getAttribute("tests")).isEqualTo("16");
        assertThat(suites.getAttribute("failures")).isEqualTo("1");
        assertThat(suites.getElementsByTagName("testsuite").getLength()).isEqualTo(2);
        assertThat(suites.getElementsByTagName("failure").item(0).getTextContent())
                .contains("Owner: database");
    }

    @Test
    void theTableIsOneForMarkdownToo() throws IOException {
        var run = all(oneDown(), "--format", "markdown");

        assertThat(run.out())
                .contains("## taut probe: 2 targets, 1 failed", "| target | address | role |")
                .contains("<details><summary><b>down</b> connection-refused</summary>", "- **owner**: database");
    }

    @Test
    void everyUrlAndTargetIsProbedWhenBothAreAsked() throws IOException {
        var port = cluster.primary().address().getPort();
        var file = write("targets:\n" + target("db-1", cluster.primary()));
        var run = CommandRun.of(
                "probe",
                "jdbc:postgresql://127.0.0.1:" + port + "/shop?user=app",
                "--all",
                "--config",
                file.toString(),
                "--password-file",
                folder.resolve("word").toString(),
                "--format",
                "json");

        assertThat(JsonMapper.shared().readTree(run.out()).get("results").size())
                .isEqualTo(2);
        assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
    }

    @Test
    void connectsAsTheFilesOfAnApplicationSayAndListsWhatItCannotTry() throws IOException {
        var resources = Files.createDirectories(folder.resolve("orders/src/main/resources"));
        var url = cluster.primary().jdbcUrl("shop") + "?targetServerType=primary&connectTimeout=2";
        Files.writeString(resources.resolve("application.yml"), """
                spring:
                  datasource:
                    url: %s
                    username: app
                    password: ${ORDERS_WORD}
                """.formatted(url));
        Files.writeString(
                resources.resolve("application-eu.yml"), "spring.datasource.url: jdbc:postgresql://${EU_DB}/shop\n");

        var run = CommandRun.of(
                "probe",
                "--from-config",
                folder.resolve("orders").toString(),
                "--env",
                "ORDERS_WORD=" + PASSWORD,
                "--format",
                "json");

        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.CLEAN);
        assertThat(ReportSchema.probe().errors(run.out())).isEmpty();
        assertThat(result(run).get("target").asString()).contains("spring.datasource");
        assertThat(result(run).get("expected").asString()).isEqualTo("primary");
        var rest = JsonMapper.shared().readTree(run.out()).get("notProbed").get(0);
        assertThat(rest.get("origin").asString()).contains("application-eu.yml:1:");
        assertThat(rest.get("why").asString()).contains("nothing here resolves ${EU_DB}");
        assertThat(run.out() + run.err()).doesNotContain("Canary");
    }

    private String oneDown() throws IOException {
        try (var closed = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return "targets:\n" + target("up", cluster.primary()) + target("down", closed.getLocalPort());
        }
    }

    private static String target(String name, Node node) {
        return target(name, node.address().getPort());
    }

    private static String target(String name, int port) {
        return """
                  - name: %s
                    url: jdbc:postgresql://127.0.0.1:%d/shop
                    user: app
                    password-file: word
                """.formatted(name, port);
    }

    private CommandRun all(String yaml, String... more) throws IOException {
        var file = write(yaml);
        var line = new ArrayList<>(List.of("probe", "--all", "--config", file.toString()));
        line.addAll(List.of(more));
        return CommandRun.of(line.toArray(String[]::new));
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("taut.yaml"), yaml);
    }

    private static JsonNode result(CommandRun run) {
        return JsonMapper.shared().readTree(run.out()).get("results").get(0);
    }
}
