package dev.tautline.watch.server.log;

import java.util.Map;

/// Log-ins that were refused lately.
///
/// @param seconds the time in which they were counted, 0 at the first look
public record RefusedLogins(double seconds, Map<RefusedLogin, Integer> times) {
    public RefusedLogins {
        times = Map.copyOf(times);
    }
}
