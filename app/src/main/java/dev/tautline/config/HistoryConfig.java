package dev.tautline.config;

import dev.tautline.history.series.Keeping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What `taut.yaml` says of the history.
///
/// @param folder where it is kept, when the file says so
/// @param keep how long an incident that is over is kept
/// @param charts how long the values of charts are kept
public record HistoryConfig(Optional<Path> folder, Duration keep, Keeping charts) {
    private static final Set<String> KEYS = new TreeSet<>(List.of("charts", "folder", "keep-days"));

    /// Longer than a year, so that a season can be compared with the one before.
    public static final HistoryConfig DEFAULT =
            new HistoryConfig(Optional.empty(), Duration.ofDays(400), Keeping.DEFAULT);

    /// @param file the `taut.yaml`, below whose folder the history's folder is
    public static HistoryConfig read(YamlMap root, Path file) {
        return root.map("history", KEYS)
                .map(map -> new HistoryConfig(
                        map.text("folder").map(file.resolveSibling("")::resolve), keep(map), ChartsSection.read(map)))
                .orElse(DEFAULT);
    }

    private static Duration keep(YamlMap map) {
        var text = map.text("keep-days");
        if (text.isEmpty()) {
            return DEFAULT.keep();
        }
        if (text.get().matches("[1-9]\\d{0,3}")) {
            return Duration.ofDays(Integer.parseInt(text.get()));
        }
        map.problem("keep-days", "'keep-days' is '" + text.get() + "', allowed: 1 to 9999");
        return DEFAULT.keep();
    }
}
