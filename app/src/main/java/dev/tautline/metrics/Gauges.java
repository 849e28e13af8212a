package dev.tautline.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gauges whose rows come and go with what is watched: what told nothing in the last second has no row. Not
/// thread-safe: the watch's own thread uses it.
final class Gauges {
    /// Rows of one gauge; more would cost Prometheus more than they tell.
    static final int MOST_ROWS = 10_000;

    private final MeterRegistry registry;
    private final Map<String, MultiGauge> gauges = new LinkedHashMap<>();
    private final Map<String, List<Row<?>>> rows = new LinkedHashMap<>();

    Gauges(MeterRegistry registry) {
        this.registry = registry;
    }

    /// @param unit as OpenTelemetry names it, `s` or `{connection}`; null for a bare number
    void declare(String name, String description, @Nullable String unit) {
        gauges.put(
                name,
                MultiGauge.builder(name).description(description).baseUnit(unit).register(registry));
        rows.put(name, new ArrayList<>());
    }

    /// @param tags name, value, name, value …
    void set(String name, @Nullable Number value, String... tags) {
        var present = rows.get(name);
        if (present == null) {
            throw new IllegalArgumentException("no gauge " + name + " is declared");
        }
        if (value != null && Double.isFinite(value.doubleValue()) && present.size() < MOST_ROWS) {
            present.add(Row.of(Tags.of(tags), value));
        }
    }

    /// The rows since the last time are all that there are.
    void publish() {
        gauges.forEach((name, gauge) -> gauge.register(List.copyOf(rows.getOrDefault(name, List.of())), true));
        rows.values().forEach(List::clear);
    }
}
