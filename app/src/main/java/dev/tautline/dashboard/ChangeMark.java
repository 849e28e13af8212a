package dev.tautline.dashboard;

import dev.tautline.diagnosis.Change;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One change, as a marker in the charts and a line in an incident.
record ChangeMark(
        Instant at,
        String kind,
        String subject,
        String what,
        @Nullable String before,
        @Nullable String after,
        String words) {
    static ChangeMark of(Change change) {
        return new ChangeMark(
                Millis.of(change.at()),
                change.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                change.subject(),
                change.what(),
                change.before(),
                change.after(),
                change.toString());
    }
}
