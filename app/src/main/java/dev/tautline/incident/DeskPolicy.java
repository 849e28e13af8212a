package dev.tautline.incident;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a team wants of its incidents.
///
/// @param sameWithin symptoms that are back so soon after the end belong to the same incident; zero for never
/// @param objective null when there is none
public record DeskPolicy(Duration sameWithin, @Nullable Objective objective) {
    public static final DeskPolicy DEFAULT = new DeskPolicy(Duration.ofMinutes(2), null);
}
