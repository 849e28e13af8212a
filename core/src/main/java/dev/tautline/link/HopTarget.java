package dev.tautline.link;

import dev.tautline.settings.HostPort;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Settings;
import java.util.Optional;

/// One line of a hop that says where connections go: a database of PgBouncer's, a server of HAProxy's.
/// `name` is the alias on the hop; `address` is empty where none is written (PgBouncer then uses its Unix
/// socket). The address `isFixed` where files give its name one address that does not change by itself.
public record HopTarget(String name, Optional<HostPort> address, Settings settings, Origin origin, boolean isFixed) {
    /// A target whose name may stand for another address tomorrow.
    public HopTarget(String name, Optional<HostPort> address, Settings settings, Origin origin) {
        this(name, address, settings, origin, false);
    }

    /// The same target, known to be fixed or not.
    public HopTarget fixed(boolean is) {
        return new HopTarget(name, address, settings, origin, is);
    }

    public <T> Setting<T> get(SettingKey<T> key) {
        return settings.get(key);
    }
}
