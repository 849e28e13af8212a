package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.ClusterRoles;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.evidence.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Who plays which part, as the ladders' role steps saw it and the watch noted its changes.
final class Roles {
    /// The step ROLE that fails leaves no evidence but its kind.
    static final Set<FailureKind> IS_STANDBY = EnumSet.of(FailureKind.STANDBY_WHERE_PRIMARY_EXPECTED);

    private static final String ROLE = "role";
    private static final String PRIMARY = "primary";
    private static final String STANDBY = "standby";

    private Roles() {}

    static Optional<Role> of(RouteView route) {
        return ClusterRoles.of(route);
    }

    static List<RouteView> writable(Scene scene) {
        return ClusterRoles.writable(scene);
    }

    static boolean standby(RouteView route) {
        return of(route).map(Role::inRecovery).orElse(false) || route.fails(IS_STANDBY);
    }

    /// The node was last promoted while it was watched.
    static Optional<Change> promotion(RouteView route, Scene scene) {
        return turn(route, scene, STANDBY, PRIMARY);
    }

    /// What answers there was a primary and is a standby.
    static Optional<Change> demotion(RouteView route, Scene scene) {
        return turn(route, scene, PRIMARY, STANDBY);
    }

    private static Optional<Change> turn(RouteView route, Scene scene, String before, String after) {
        return scene.changes(Change.Kind.TOPOLOGY, route.target())
                .filter(change -> change.what().equals(ROLE))
                .findFirst()
                .filter(change -> Objects.equals(change.before(), before) && Objects.equals(change.after(), after));
    }

    static String describe(RouteView route) {
        return of(route).map(role -> route.target() + " is " + role.words()).orElseGet(() -> Routes.describe(route));
    }
}
