package dev.tautline.lab.fault.path;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.proxy.ProxyFault;
import java.util.List;

/// A fault that is one of the proxy's, on every route to a node.
interface PathFault extends Fault {
    String node();

    /// What the proxies do; several are in force together.
    List<ProxyFault> onTheWay();

    @Override
    default Injection injectInto(Lab lab) {
        return Injection.all(lab.routes().to(lab.node(node())).stream()
                .flatMap(route -> onTheWay().stream().map(route.proxy()::inject))
                .toList());
    }

    @Override
    default Feasibility feasibleIn(Lab lab) {
        return lab.hasRouteTo(node());
    }
}
