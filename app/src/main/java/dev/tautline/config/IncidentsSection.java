package dev.tautline.config;

import dev.tautline.incident.DeskPolicy;
import dev.tautline.incident.Objective;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads the section `incidents` of `taut.yaml`: what a team wants of its incidents.
public final class IncidentsSection {
    private static final Set<String> KEYS = new TreeSet<>(List.of("objective", "objective-window", "same-within"));

    /// Google's SRE Workbook, chapter 2: four weeks or a month are usual.
    private static final Duration WINDOW = Duration.ofDays(30);

    private IncidentsSection() {}

    public static DeskPolicy read(YamlMap root) {
        return root.map("incidents", KEYS)
                .map(map ->
                        new DeskPolicy(map.duration("same-within", DeskPolicy.DEFAULT.sameWithin()), objective(map)))
                .orElse(DeskPolicy.DEFAULT);
    }

    private static @Nullable Objective objective(YamlMap map) {
        var window = map.duration("objective-window", WINDOW);
        var text = map.text("objective");
        if (text.isEmpty()) {
            return null;
        }
        if (text.get().matches("\\d{1,2}(\\.\\d{1,6})?\\s*%") && !text.get().matches("0+(\\.0+)?\\s*%")) {
            var percent = Double.parseDouble(text.get().replace("%", "").strip());
            return new Objective(percent / 100, window.isZero() ? WINDOW : window);
        }
        map.problem(
                "objective",
                "'objective' is '" + text.get() + "', allowed: a share of requests below 100 %, such as 99.9%");
        return null;
    }
}
