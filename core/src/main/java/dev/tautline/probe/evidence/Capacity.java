package dev.tautline.probe.evidence;

import org.jspecify.annotations.Nullable;

/// Connection slots of the server. `used` counts client backends, ours included.
///
/// @param maximum `max_connections`
/// @param reserved slots kept back for superusers and for `pg_use_reserved_connections`
/// @param use who holds them and what limits there are besides; null when nobody asked
public record Capacity(
        int used, int maximum, int reserved, @Nullable SlotUse use) implements Evidence {
    /// Slots that an ordinary role can still take; never negative.
    public int free() {
        return Math.max(0, maximum - reserved - used);
    }

    @Override
    public String words() {
        return used + " of " + maximum + " slots used, " + reserved + " reserved, " + free() + " free"
                + (use == null ? "" : use.words());
    }
}
