package dev.tautline.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.dashboard.Ticks;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Instant AT = Instant.parse("2024-06-07T10:45:02Z");
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final GuardMetrics metrics = new GuardMetrics(registry);

    @Test
    void tellsOfTargetsPoolsAndIncidents() {
        metrics.accept(Ticks.failing(AT));

        assertThat(registry.scrape())
                .contains(
                        "tautline_target_up{target=\"primary\"} 1.0",
                        "tautline_target_step_seconds{step=\"connect\",target=\"primary\"} 2.4E-4",
                        "db_client_connection_count{db_client_connection_pool_name=\"shop\","
                                + "db_client_connection_state=\"used\",instance=\"store-2\",service=\"store\"} 1.0",
                        "db_client_connection_pending_requests{db_client_connection_pool_name=\"shop\","
                                + "instance=\"store-2\",service=\"store\"} 14.0",
                        "tautline_server_connections_limit{target=\"primary\"} 100.0",
                        "tautline_incidents_open{severity=\"high\"} 1.0",
                        "tautline_incidents_opened_total 1.0",
                        "tautline_watch_seconds_total 1.0");
    }

    @Test
    void countsAnIncidentOnce() {
        metrics.accept(Ticks.failing(AT));
        metrics.accept(Ticks.failing(AT.plusSeconds(1)));

        assertThat(registry.scrape()).contains("tautline_incidents_opened_total 1.0");
    }

    @Test
    void hasNoRowForWhatIsSilent() {
        metrics.accept(Ticks.healthy(AT));
        metrics.accept(Ticks.silent(AT.plusSeconds(1)));

        assertThat(registry.scrape())
                .contains("tautline_instance_up{instance=\"store-3\",service=\"store\"} 0.0")
                .contains("tautline_instance_requests{instance=\"store-1\",service=\"store\"}")
                .doesNotContain("tautline_instance_requests{instance=\"store-3\",service=\"store\"}");
    }

    @Test
    void countsThePathThatIsBroken() {
        metrics.accept(Ticks.pathBroken(AT));

        assertThat(registry.scrape())
                .contains("tautline_target_up{target=\"standby\"} 0.0")
                .doesNotContain("10.0.4.11");
    }
}
