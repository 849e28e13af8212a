package dev.tautline.metrics;

import dev.tautline.config.MetricsConfig.Collector;
import io.micrometer.registry.otlp.OtlpConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What Micrometer asks of the export. Nothing comes from the environment but what `taut.yaml` names.
record OtlpSettings(Collector collector) implements OtlpConfig {
    static OtlpConfig of(Collector collector) {
        return new OtlpSettings(collector);
    }

    @Override
    public @Nullable String get(String key) {
        return null;
    }

    @Override
    public String url() {
        return collector.url().toString();
    }

    @Override
    public Duration step() {
        return collector.every();
    }

    @Override
    public Map<String, String> headers() {
        var headers = new HashMap<String, String>();
        collector.authorization().ifPresent(secret -> headers.put("Authorization", secret.reveal()));
        return headers;
    }

    @Override
    public Map<String, String> resourceAttributes() {
        return Map.of("service.name", "tautline");
    }
}
