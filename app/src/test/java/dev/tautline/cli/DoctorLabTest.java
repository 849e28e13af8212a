package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.postgres.Cluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `taut doctor` on a project with one healthy server, one port at which nobody listens, and mistakes in its files.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DoctorLabTest {
    private static final String PASSWORD = "Canary&bird?8";
    private static final int MOST_LINES = 14;

    private Cluster cluster;
    private Path folder;

    @BeforeAll
    void start() {
        cluster = Cluster.builder()
                .setting("full_page_writes", "off")
                .setting("max_connections", 30)
                .start();
        cluster.primary().execute("CREATE ROLE app LOGIN PASSWORD '" + PASSWORD + "'");
        cluster.primary().execute("CREATE DATABASE shop");
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @BeforeEach
    void layOut(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void whatIsDownInProductionComesBeforeEverythingElse() throws IOException {
        application("application.yml", cluster.primary().address().getPort(), "hikari.maximum-pool-size: 0");
        application("application-prod.yml", closedPort(), "hikari.connection-timeout: 10");
        var run = doctor("--format", "json");

        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ReportSchema.doctor().errors(run.out())).isEmpty();
        var report = JsonMapper.shared().readTree(run.out());
        var first = report.get("problems").get(0);
        assertThat(first.get("isOutage").asBoolean()).isTrue();
        assertThat(first.get("severity").asString()).isEqualTo("critical");
        assertThat(first.get("headline").asString()).contains("profile prod", "connect fails with connection-refused");
        assertThat(first.get("where").asString()).contains("application-prod.yml:");
        assertThat(severities(report)).isSorted();
        assertThat(report.get("probed").asInt()).isEqualTo(2);
        assertThat(report.get("failed").asInt()).isEqualTo(1);
        assertThat(run.out() + run.err()).doesNotContain("Canary");
    }

    @Test
    void serversThatAreReachedAreReviewedAndWhatTheyHideIsNamedOnce() throws IOException {
        application("application.yml", cluster.primary().address().getPort(), "hikari.pool-name: shop");
        var report = JsonMapper.shared().readTree(doctor("--format", "json").out());

        assertThat(report.get("problems").valueStream()).anySatisfy(problem -> {
            assertThat(problem.get("where").asString()).contains("full_page_writes");
            assertThat(problem.get("fix").asString()).contains("ALTER SYSTEM SET full_page_writes");
        });
        assertThat(report.get("withheld")
                        .valueStream()
                        .map(one -> one.get("grant").asString()))
                .isNotEmpty()
                .allMatch(grant -> grant.contains("GRANT"));
    }

    @Test
    void aProblemFitsAGlance() throws IOException {
        application("application-prod.yml", closedPort(), "hikari.connection-timeout: 10");
        var run = doctor();

        assertThat(run.out())
                .containsPattern("critical +shop, profile prod|critical +\\S+ \\(spring.datasource\\), profile prod")
                .contains("owner database", "next  ss -ltn", "1 connection probed, 1 failed")
                .contains("said  Connection refused (ECONNREFUSED)")
                .doesNotContain("\u001b");
        assertThat(run.out().split("\n\n")).allMatch(entry -> entry.lines().count() <= MOST_LINES);
    }

    /// A command in one line can be copied.
    @Test
    void tellsTheServersWordsAndAWholeCommand() throws IOException {
        Files.writeString(folder.resolve("word"), "outdated");
        Files.writeString(folder.resolve("taut.yaml"), """
                targets:
                  - {name: db-1, url: "jdbc:postgresql://127.0.0.1:%d/shop", user: app, password-file: word}
                """.formatted(
                        cluster.primary().address().getPort()));

        assertThat(doctor().out())
                .contains("said  FATAL: password authentication failed for user \"app\" (28P01)")
                .containsPattern("(?m)^    next  psql -p .* FROM pg_authid WHERE rolname = 'app'\".*$")
                .doesNotContain("outdated");
    }

    @Test
    void expectationsOfTautYamlCountToo() throws IOException {
        Files.writeString(folder.resolve("word"), PASSWORD);
        Files.writeString(folder.resolve("taut.yaml"), """
                targets:
                  - name: db-1
                    url: jdbc:postgresql://127.0.0.1:%d/shop
                    user: app
                    password-file: word
                    expect: {settings: {max_connections: ">= 200"}}
                """.formatted(
                        cluster.primary().address().getPort()));
        var run = doctor("--format", "markdown");

        assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.out())
                .contains("### high: db-1: settings.max\\_connections: expected &gt;= 200, found 30")
                .contains("taut.yaml:2:");
    }

    @Test
    void nothingToLookAtIsNoHealth() {
        var run = doctor();

        assertThat(run.code()).isEqualTo(ExitCode.CANNOT_TELL);
        assertThat(run.out()).contains("0 problems; 0 files read, 0 connections probed");
    }

    @Test
    void tellsAllThatIsWrongWithTautYaml() throws IOException {
        Files.writeString(folder.resolve("taut.yaml"), "targets:\n  - {nam: db-1, url: 'jdbc:mysql://db'}\n");
        var run = doctor();

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("unknown key 'nam', did you mean 'name'?", "only PostgreSQL");
    }

    private void application(String name, int port, String more) throws IOException {
        var resources = Files.createDirectories(folder.resolve("src/main/resources"));
        Files.writeString(resources.resolve(name), """
                spring.datasource:
                  url: jdbc:postgresql://127.0.0.1:%d/shop
                  username: app
                  password: %s
                  %s
                """.formatted(port, "'" + PASSWORD + "'", more));
    }

    private CommandRun doctor(String... options) {
        var line = new ArrayList<>(List.of("doctor", folder.toString()));
        line.addAll(List.of(options));
        return CommandRun.of(line.toArray(String[]::new));
    }

    private static List<Integer> severities(JsonNode report) {
        var order = List.of("critical", "high", "medium", "low");
        return report.get("problems")
                .valueStream()
                .map(problem -> order.indexOf(problem.get("severity").asString()))
                .toList();
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
