package dev.tautline.targets;

import dev.tautline.probe.Expectation;
import dev.tautline.settings.Secret;
import java.util.Optional;

/// What somebody said beside the URL, and what therefore comes before everything else.
///
/// @param role what every host must be
public record Given(Optional<String> user, Optional<Secret> password, Optional<Expectation> role) {
    public static final Given NOTHING = new Given(Optional.empty(), Optional.empty(), Optional.empty());
}
