package dev.tautline.control;

import dev.tautline.alert.quiet.Matcher;
import dev.tautline.alert.quiet.Silence;
import java.time.Instant;
import java.util.List;

/// A silence as the API shows it.
///
/// @param holds whether it does now
public record SilenceState(
        String id, List<String> matchers, Instant from, Instant until, String by, String why, boolean holds) {
    public static SilenceState of(Silence silence, Instant now) {
        return new SilenceState(
                silence.id(),
                silence.matchers().stream().map(Matcher::toString).toList(),
                silence.from(),
                silence.until(),
                silence.by(),
                silence.why(),
                silence.holds(now));
    }
}
