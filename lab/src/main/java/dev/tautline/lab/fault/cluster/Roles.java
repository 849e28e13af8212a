package dev.tautline.lab.fault.cluster;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.postgres.Node;
import dev.tautline.lab.postgres.StopMode;
import dev.tautline.lab.proxy.ProxyFault;

/// Who is primary, and how it becomes so again.
final class Roles {
    private Roles() {}

    /// Routes to a node refuse, as the port of a server that does not run would.
    static Injection refusing(Node node, Lab lab) {
        return Injection.all(lab.routes().to(node).stream()
                .map(route -> route.proxy().inject(new ProxyFault.Refuse()))
                .toList());
    }

    /// Makes a node the primary again, in order, and all others its standbys.
    static void giveBack(Lab lab, Node former) {
        var cluster = lab.cluster();
        var interim = cluster.primary();
        if (interim != former) {
            cluster.rejoin(former);
            interim.stop(StopMode.FAST);
            former.promote();
        }
        cluster.nodes().stream().filter(node -> node != former).forEach(cluster::rejoin);
    }
}
