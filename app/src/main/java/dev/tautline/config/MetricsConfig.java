package dev.tautline.config;

import dev.tautline.settings.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What `taut.yaml` says of metrics.
///
/// @param otlp the collector that they are pushed to
public record MetricsConfig(Optional<Collector> otlp) {
    public static final MetricsConfig DEFAULT = new MetricsConfig(Optional.empty());

    private static final Set<String> KEYS = new TreeSet<>(List.of("otlp"));
    private static final Set<String> OTLP = new TreeSet<>(List.of("authorization-env", "every-seconds", "url"));
    private static final Duration EVERY = Duration.ofSeconds(30);

    /// A collector of OpenTelemetry that takes OTLP over HTTP.
    ///
    /// @param authorization the header's value
    public record Collector(URI url, Duration every, Optional<Secret> authorization) {}

    public static MetricsConfig read(YamlMap root, Map<String, String> environment) {
        return root.map("metrics", KEYS)
                .flatMap(map -> map.map("otlp", OTLP))
                .map(map -> new MetricsConfig(
                        Optional.of(new Collector(url(map), every(map), authorization(map, environment)))))
                .orElse(DEFAULT);
    }

    private static URI url(YamlMap map) {
        var text = map.required("url");
        if (text.matches("https?://\\S+")) {
            try {
                return URI.create(text);
            } catch (IllegalArgumentException e) {
                map.problem("url", "'" + text + "' is not a URL: " + e.getMessage());
                return URI.create("http://invalid.invalid/");
            }
        }
        if (!text.isEmpty()) {
            map.problem("url", "'" + text + "' is not an http or https URL such as http://127.0.0.1:4318/v1/metrics");
        }
        return URI.create("http://invalid.invalid/");
    }

    private static Duration every(YamlMap map) {
        var text = map.text("every-seconds");
        if (text.isEmpty()) {
            return EVERY;
        }
        if (text.get().matches("[1-9]\\d{0,3}") && Integer.parseInt(text.get()) <= 3600) {
            return Duration.ofSeconds(Integer.parseInt(text.get()));
        }
        map.problem("every-seconds", "'every-seconds' is '" + text.get() + "', allowed: 1 to 3600");
        return EVERY;
    }

    private static Optional<Secret> authorization(YamlMap map, Map<String, String> environment) {
        return map.text("authorization-env").flatMap(variable -> {
            var value = environment.getOrDefault(variable, "");
            if (value.isEmpty()) {
                map.problem("authorization-env", "the environment variable " + variable + " is not set");
                return Optional.empty();
            }
            return Optional.of(Secret.of(value));
        });
    }
}
