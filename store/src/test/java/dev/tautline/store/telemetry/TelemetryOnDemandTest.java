package dev.tautline.store.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class TelemetryOnDemandTest {
    private static final List<String> ALL = ImportCandidates.load(
                    AutoConfiguration.class, TelemetryOnDemandTest.class.getClassLoader())
            .getCandidates();

    @Test
    void aShopWithoutACollectorHasNothingOfOpenTelemetry() {
        var left = leftOut("");

        assertThat(left)
                .as("what the libraries would have added")
                .contains(
                        "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
                        "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration",
                        "org.springframework.boot.micrometer.metrics.autoconfigure.export.otlp.OtlpMetricsExportAutoConfiguration");
        assertThat(ALL.stream().filter(name -> !left.contains(name)))
                .noneMatch(name -> name.contains("opentelemetry") || name.contains("tracing") || name.contains("otlp"));
    }

    @Test
    void withACollectorOnlyTheLogStaysHere() {
        assertThat(leftOut("http://127.0.0.1:4318"))
                .isNotEmpty()
                .allMatch(name -> name.contains("opentelemetry.autoconfigure.logging"));
    }

    @Test
    void anAddressIsTakenAsItIs() {
        assertThat(CollectorAddress.of(settings("https://collector.example:4318/otlp")))
                .contains(URI.create("https://collector.example:4318/otlp"));
        assertThat(CollectorAddress.of(settings(" "))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "collector:4317",
                "grpc://collector:4317",
                "http://",
                "http://collector:4318/",
                "http://me:hunter2@collector:4318",
                "http://collector:4318?token=hunter2",
                "http://col lector"
            })
    void whatIsNoBaseAddressIsRefusedWithoutRepeatingIt(String endpoint) {
        assertThatThrownBy(() -> CollectorAddress.of(settings(endpoint)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("chandlery.telemetry.endpoint is not")
                .hasMessageContaining("http://127.0.0.1:4318")
                .hasMessageNotContaining("hunter2");
    }

    private static List<String> leftOut(String endpoint) {
        var filter = new TelemetryOnDemand();
        filter.setEnvironment(settings(endpoint));
        return ALL.stream().filter(name -> !filter.isWanted(name)).toList();
    }

    private static StandardEnvironment settings(String endpoint) {
        var settings = new StandardEnvironment();
        settings.getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("chandlery.telemetry.endpoint", (Object) endpoint)));
        return settings;
    }
}
