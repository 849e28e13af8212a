package dev.tautline.alert;

import dev.tautline.finding.Owner;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one receiver is told.
///
/// @param key the same however often it is sent; a receiver drops the second of two
/// @param text the diagnosis, in plain lines
public record Notice(
        String key,
        String incident,
        Transition transition,
        Instant at,
        String subject,
        String text,
        @Nullable String cause,
        @Nullable Owner owner) {}
