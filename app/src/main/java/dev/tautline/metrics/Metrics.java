package dev.tautline.metrics;

import dev.tautline.config.MetricsConfig;
import dev.tautline.dashboard.access.Scope;
import dev.tautline.watch.Watch.Tick;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import java.util.ArrayList;
import java.util.List;

/// The metrics of a guard: `/metrics` always, and a collector of OpenTelemetry when one is named. Thread-safe but for
/// [#accept], which belongs to the watch's thread.
public final class Metrics implements AutoCloseable {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text";

    private final PrometheusMeterRegistry scraped = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final List<MeterRegistry> registries = new ArrayList<>();
    private final List<GuardMetrics> metrics = new ArrayList<>();

    private Metrics() {}

    public static Metrics start(MetricsConfig config) {
        var all = new Metrics();
        all.add(all.scraped);
        config.otlp().ifPresent(collector -> all.add(new OtlpMeterRegistry(OtlpSettings.of(collector), Clock.SYSTEM)));
        return all;
    }

    private void add(MeterRegistry registry) {
        registries.add(registry);
        metrics.add(new GuardMetrics(registry));
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    public void accept(Tick tick) {
        metrics.forEach(each -> each.accept(tick));
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/metrics", this::scrape, Scope.METRICS);
    }

    private void scrape(Context ctx) {
        var accepted = ctx.header("Accept");
        var type = accepted != null && accepted.contains(OPEN_METRICS)
                ? OPEN_METRICS + "; version=1.0.0; charset=utf-8"
                : TEXT;
        ctx.contentType(type).result(scraped.scrape(type));
    }

    /// Sends what is left to the collector.
    @Override
    public void close() {
        registries.forEach(MeterRegistry::close);
    }
}
