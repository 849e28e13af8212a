package dev.tautline.watch;

import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.incident.Health;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When all was last well for a while: what happened before that is over. Not thread-safe.
final class Calm {
    private @Nullable Instant since;
    private @Nullable Instant until;

    /// The end of the last stretch that was long enough; null when there was none.
    @Nullable
    Instant until() {
        return until;
    }

    /// Takes in a tick. Nobody's silence is calm: health must be proven.
    void endTick(Scene scene, Symptoms symptoms) {
        if (!symptoms.none() || !Health.proven(scene)) {
            since = null;
            return;
        }
        since = since == null ? scene.at() : since;
        if (!scene.at().minus(Scene.CALM).isBefore(since)) {
            until = scene.at();
        }
    }
}
