package dev.tautline.gameday;

import dev.tautline.settings.Nearest;
import java.util.List;

/// A guess that is no cause.
final class UnknownCause extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownCause(String cause, List<String> known) {
        super("there is no cause '%s' to choose%s"
                .formatted(
                        cause,
                        Nearest.to(cause, known)
                                .map(near -> "; nearest: '" + near + "'")
                                .orElse("; /api/game-day/choices lists them")));
    }
}
