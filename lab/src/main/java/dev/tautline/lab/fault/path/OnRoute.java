package dev.tautline.lab.fault.path;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.proxy.ProxyFault;

/// A fault of the network between clients and one node, on the route with this published name.
public record OnRoute(String route, ProxyFault fault) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return lab.routes().route(route).proxy().inject(fault);
    }
}
