package dev.tautline.config;

import dev.tautline.history.series.Keeping;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What `history.charts` of `taut.yaml` says: how long values are kept, by how finely.
final class ChartsSection {
    private static final Set<String> KEYS = new TreeSet<>(List.of(
            "around-changes-days",
            "every-second-hours",
            "hours-days",
            "minutes-days",
            "ten-minutes-days",
            "ten-seconds-days"));

    private ChartsSection() {}

    static Keeping read(YamlMap history) {
        return history.map("charts", KEYS)
                .map(map -> new Keeping(
                        lasting(map, "every-second-hours", ChronoUnit.HOURS, Keeping.DEFAULT.seconds()),
                        lasting(map, "around-changes-days", ChronoUnit.DAYS, Keeping.DEFAULT.moments()),
                        lasting(map, "ten-seconds-days", ChronoUnit.DAYS, Keeping.DEFAULT.tenSeconds()),
                        lasting(map, "minutes-days", ChronoUnit.DAYS, Keeping.DEFAULT.minutes()),
                        lasting(map, "ten-minutes-days", ChronoUnit.DAYS, Keeping.DEFAULT.tenMinutes()),
                        lasting(map, "hours-days", ChronoUnit.DAYS, Keeping.DEFAULT.hours())))
                .orElse(Keeping.DEFAULT);
    }

    private static Duration lasting(YamlMap map, String key, ChronoUnit unit, Duration otherwise) {
        var text = map.text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.get().matches("[1-9]\\d{0,3}")) {
            return Duration.of(Integer.parseInt(text.get()), unit);
        }
        map.problem(key, "'" + key + "' is '" + text.get() + "', allowed: 1 to 9999");
        return otherwise;
    }
}
