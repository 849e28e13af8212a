package dev.tautline.alert.quiet;

import java.time.Instant;
import java.util.List;

/// All that keeps messages back: silences and maintenance. Thread-safe.
public record Quiet(Silences silences, List<Maintenance> maintenance) {
    /// What holds at one instant.
    public interface Now {
        boolean hushes(Labels labels);
    }

    public Now at(Instant at) {
        var held = maintenance.stream().filter(window -> window.holds(at)).toList();
        return labels -> silences.hush(labels, at) || held.stream().anyMatch(window -> window.covers(labels));
    }
}
