package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import java.util.List;

/// The server that a pool's connections lead to, as the watch calls it.
final class Behind {
    private Behind() {}

    /// Of several hosts that are watched the primary: that is the one to which writes go. A host that nobody watches
    /// has its own name, and a pool that tells none that of its instance.
    static String of(PoolOf of, Scene scene) {
        var hosts = of.pool().hosts();
        var watched = scene.routes().stream()
                .filter(route -> hosts.contains(route.host()) || hosts.contains(route.target()))
                .toList();
        if (watched.isEmpty()) {
            return hosts.isEmpty() ? of.instance().name() : hosts.getFirst();
        }
        return primary(watched).target();
    }

    private static RouteView primary(List<RouteView> watched) {
        return watched.stream()
                .filter(route -> Roles.of(route).map(role -> !role.inRecovery()).orElse(false))
                .findFirst()
                .orElse(watched.getFirst());
    }
}
