package dev.tautline.link;

import dev.tautline.settings.Origin;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Written;

/// What a platform asks a container to learn how it is. `what` is the path, the port or the command.
public record HealthProbe(Kind kind, How how, Written what, Settings settings, Origin origin) {
    /// What the answer decides.
    public enum Kind {
        LIVENESS,
        READINESS,
        STARTUP,
        /// Compose's `healthcheck`.
        HEALTH
    }

    /// How it asks.
    public enum How {
        HTTP,
        TCP,
        COMMAND,
        GRPC
    }

    public <T> Setting<T> get(SettingKey<T> key) {
        return settings.get(key);
    }
}
