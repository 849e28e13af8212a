package dev.tautline.lab.fault.cluster;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Route;
import dev.tautline.lab.postgres.Node;
import java.util.List;

/// Routes of the primary that lead elsewhere.
final class Endpoints {
    private Endpoints() {}

    /// New connections go to these in turn; existing ones are reset, and so again when it heals.
    static Injection leadingTo(Lab lab, List<Node> nodes) {
        return Injection.all(lab.routes().to(lab.cluster().primary()).stream()
                .map(route -> lead(route, nodes))
                .toList());
    }

    private static Injection lead(Route route, List<Node> nodes) {
        var proxy = route.proxy();
        proxy.alternate(nodes.stream().map(Node::address).toList());
        proxy.dropConnections();
        return Injection.healedBy(() -> {
            proxy.retarget(route.node().address());
            proxy.dropConnections();
        });
    }
}
