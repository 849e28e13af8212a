package dev.tautline.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tautline.dashboard.Ticks;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/// The files that are handed to Prometheus and Grafana name metrics that there are, in a form that they take.
@Timeout(60)
class PrometheusFilesTest {
    private static final Path FOLDER = Path.of("../docs/guides/prometheus");
    private static final Path RULES = FOLDER.resolve("hikaricp-rules.yml");
    private static final Path GRAFANA = FOLDER.resolve("hikaricp-grafana.json");
    private static final Pattern OURS = Pattern.compile("\\b(?:tautline|db_client)_[a-z_0-9]+\\b");

    @Test
    void prometheusTakesTheRules() throws IOException, InterruptedException {
        var promtool = promtool();
        assumeTrue(promtool.isPresent(), "promtool of Debian's prometheus is needed");

        var out = Files.createTempFile("promtool", ".txt");
        var process = new ProcessBuilder(promtool.get().toString(), "check", "rules", RULES.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(out)).isZero();
        Files.delete(out);
    }

    @Test
    void rulesAndPanelsNameMetricsThatTheGuardHas() throws IOException {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new GuardMetrics(registry).accept(Ticks.failing(Instant.parse("2024-06-07T10:45:02Z")));
        var labels = "db_client_connection_(?:state|pool_name)";
        var known = OURS.matcher(registry.scrape())
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());

        for (var file : List.of(RULES, GRAFANA)) {
            assertThat(OURS.matcher(Files.readString(file)).results().map(found -> found.group()))
                    .as(file.toString())
                    .filteredOn(name -> !name.matches(labels))
                    .isNotEmpty()
                    .allMatch(known::contains);
        }
    }

    @Test
    void everyPanelAsksForSomething() throws IOException {
        var dashboard = JsonMapper.shared().readTree(Files.readString(GRAFANA));

        assertThat(dashboard.path("panels")).hasSizeGreaterThan(8).allSatisfy(panel -> {
            assertThat(panel.path("title").stringValue()).isNotBlank();
            assertThat(panel.at("/targets/0/expr").stringValue()).isNotBlank();
        });
        assertThat(dashboard.findValues("id").stream().map(Object::toString).distinct())
                .hasSameSizeAs(dashboard.path("panels"));
    }

    private static Optional<Path> promtool() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "promtool"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
