package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.postgres.Node;
import dev.tautline.lab.proxy.ProxyFault;

/// Routes that refuse, as the port of a server that does not listen would: a proxy alone would accept before it knew.
final class Refusals {
    private Refusals() {}

    static Injection onRoutesTo(Node node, Lab lab) {
        return Injection.all(lab.routes().to(node).stream()
                .map(route -> route.proxy().inject(new ProxyFault.Refuse()))
                .toList());
    }
}
