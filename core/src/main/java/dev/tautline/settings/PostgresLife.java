package dev.tautline.settings;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// How long PostgreSQL's major versions get fixes (postgresql.org, "Versioning Policy", column "Final
/// Release").
public final class PostgresLife {
    private static final Map<Integer, LocalDate> FINAL_RELEASES = Map.of(
            10, LocalDate.of(2022, 11, 10),
            11, LocalDate.of(2023, 11, 9),
            12, LocalDate.of(2024, 11, 21),
            13, LocalDate.of(2025, 11, 13),
            14, LocalDate.of(2026, 11, 12),
            15, LocalDate.of(2027, 11, 11),
            16, LocalDate.of(2028, 11, 9),
            17, LocalDate.of(2029, 11, 8),
            18, LocalDate.of(2030, 11, 14));

    private PostgresLife() {}

    /// The day of the last release of a version such as `13.4` or `16beta1`; empty for one that is not known
    /// here.
    public static Optional<LocalDate> finalRelease(String version) {
        var digits = version.replaceFirst("[^0-9].*", "");
        return digits.isEmpty() || digits.length() > 3
                ? Optional.empty()
                : Optional.ofNullable(FINAL_RELEASES.get(Integer.valueOf(digits)));
    }
}
