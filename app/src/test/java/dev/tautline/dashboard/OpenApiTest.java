package dev.tautline.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.alert.quiet.Silences;
import dev.tautline.config.MetricsConfig;
import dev.tautline.control.ControlApi;
import dev.tautline.dashboard.access.Access;
import dev.tautline.dashboard.access.DashboardConfig;
import dev.tautline.history.series.SeriesReader;
import dev.tautline.incident.Actions;
import dev.tautline.labdoor.DoorRelay;
import dev.tautline.metrics.Metrics;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The description has every route and no other.
@Timeout(30)
class OpenApiTest {
    @TempDir
    private Path folder;

    @Test
    void describesEveryRouteAndNoOther() {
        var described = new HashSet<String>();
        description()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method ->
                                described.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));

        try (var metrics = Metrics.start(MetricsConfig.DEFAULT);
                var gameDay = new DoorRelay(folder);
                var dashboard = Dashboard.start(
                        DashboardConfig.DEFAULT.withPort(0),
                        new Access(true, List.of(), Clock.systemUTC()),
                        SeriesReader.in(folder),
                        Findings.none(),
                        List.of(
                                new ControlApi(
                                                new Actions(),
                                                new Silences(List.of()),
                                                () -> "read again",
                                                Clock.systemUTC())::addTo,
                                metrics::addTo,
                                gameDay::addTo))) {
            assertThat(dashboard.routes()).containsExactlyInAnyOrderElementsOf(described);
        }
    }

    @Test
    void referencesOnlyWhatItHas() {
        var document = description();

        assertThat(document.path("openapi").stringValue()).isEqualTo("3.1.0");
        document.findValues("$ref")
                .forEach(reference -> assertThat(
                                document.at(reference.stringValue().substring(1))
                                        .isMissingNode())
                        .as(reference.stringValue())
                        .isFalse());
    }

    private static JsonNode description() {
        var file = Objects.requireNonNull(PageFiles.load().find("openapi.json"));
        return JsonMapper.shared().readTree(file.content());
    }
}
