package dev.tautline.diagnosis;

import dev.tautline.probe.LadderResult;
import dev.tautline.probe.evidence.Role;
import dev.tautline.probe.evidence.ServerAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who plays which part in a cluster, as the ladders saw it.
public final class ClusterRoles {
    private ClusterRoles() {}

    /// Empty when the ladder did not get as far, or is old.
    public static Optional<Role> of(RouteView route) {
        return Optional.ofNullable(route.latest())
                .filter(latest -> route.silentSeconds() == 0)
                .map(LadderResult::role);
    }

    /// The routes that lead to a primary that takes writes.
    public static List<RouteView> writable(Scene scene) {
        return scene.routes().stream()
                .filter(route -> of(route).map(Role::isWritablePrimary).orElse(false))
                .toList();
    }

    /// Two distinct servers of one cluster that both take writes.
    public static Optional<List<RouteView>> split(Scene scene) {
        var writable = writable(scene);
        for (int one = 0; one < writable.size(); one++) {
            for (var other : writable.subList(one + 1, writable.size())) {
                if (sameCluster(writable.get(one), other) && !sameServer(writable.get(one), other)) {
                    return Optional.of(List.of(writable.get(one), other));
                }
            }
        }
        return Optional.empty();
    }

    /// As far as they tell: not knowing is no.
    private static boolean sameCluster(RouteView one, RouteView other) {
        var first = of(one).map(Role::systemIdentifier);
        return first.isPresent() && first.equals(of(other).map(Role::systemIdentifier));
    }

    /// The same server, reached by two names.
    private static boolean sameServer(RouteView one, RouteView other) {
        var started = startedAt(one);
        return started.isPresent() && started.equals(startedAt(other));
    }

    private static Optional<Instant> startedAt(RouteView route) {
        return Optional.ofNullable(route.latest()).map(LadderResult::server).map(ServerAnswer::startedAt);
    }
}
