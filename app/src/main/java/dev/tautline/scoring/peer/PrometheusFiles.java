package dev.tautline.scoring.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The configuration files of the stack.
final class PrometheusFiles {
    private static final String PROBE = """
              - job_name: %s
                metrics_path: /probe
                params: {module: [%s]}
                static_configs:
                  - targets: [%s]
                relabel_configs:
                  - {source_labels: [__address__], target_label: __param_target}
                  - {source_labels: [__param_target], target_label: instance}
                  - {target_label: __address__, replacement: '%s'}
            """;

    private PrometheusFiles() {}

    /// @param exporters address of the exporter of each node
    static String prometheus(PeerScene scene, Map<String, String> exporters, String blackbox, String alertmanager) {
        return """
                global: {scrape_interval: %1$ds, scrape_timeout: %1$ds, evaluation_interval: %1$ds}
                rule_files: [rules.yml]
                alerting:
                  alertmanagers:
                    - static_configs: [{targets: ['%2$s']}]
                scrape_configs:
                  - job_name: postgres
                    static_configs:
                %3$s
                """.formatted(scene.interval().toSeconds(), alertmanager, exporters(exporters))
                + PROBE.formatted("database-port", "tcp", ports(scene), blackbox)
                + (scene.shops().isEmpty() ? "" : PROBE.formatted("shop", "http", shops(scene), blackbox));
    }

    static String blackbox() {
        return """
                modules:
                  tcp: {prober: tcp, timeout: 5s}
                  http: {prober: http, timeout: 10s}
                """;
    }

    /// Grouping is Alertmanager's business with people; here each alert is told at once.
    static String alertmanager(URI pager) {
        return """
                route: {receiver: pager, group_by: ['...'], group_wait: 0s, group_interval: 1s, repeat_interval: 24h}
                receivers:
                  - name: pager
                    webhook_configs: [{url: '%s', send_resolved: true}]
                """.formatted(pager);
    }

    static String rules() {
        try (var rules = PrometheusFiles.class.getResourceAsStream("rules.yml")) {
            return new String(
                    Objects.requireNonNull(rules, "rules.yml stands beside this class")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String exporters(Map<String, String> exporters) {
        return new TreeMap<>(exporters)
                .entrySet().stream()
                        .map(exporter -> "      - {targets: ['%s'], labels: {instance: %s}}"
                                .formatted(exporter.getValue(), exporter.getKey()))
                        .collect(Collectors.joining("\n"));
    }

    private static String ports(PeerScene scene) {
        return scene.nodes().values().stream()
                .map(node -> "'%s:%d'".formatted(node.getAddress().getHostAddress(), node.getPort()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String shops(PeerScene scene) {
        return scene.shops().values().stream()
                .map(page -> "'" + page + "'")
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
