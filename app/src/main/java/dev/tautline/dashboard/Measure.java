package dev.tautline.dashboard;

import dev.tautline.diagnosis.Reading;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One measured quantity in JSON. `words` is how people read it; `usual` is null while it is unknown.
///
/// @param unit `millis`, `per-second`, `count` or `share` (0 to 1)
record Measure(String what, double now, @Nullable Double usual, String unit, String words) {
    static @Nullable Measure of(@Nullable Reading reading) {
        // JSON has no word for a value that is not a number.
        if (reading == null || !Double.isFinite(reading.now())) {
            return null;
        }
        return new Measure(
                reading.what(),
                reading.now(),
                reading.usual(),
                reading.unit().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                reading.toString());
    }
}
