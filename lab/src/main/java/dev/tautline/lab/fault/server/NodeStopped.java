package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.postgres.StopMode;
import dev.tautline.lab.proxy.ProxyFault;

/// A server does not run. Its routes refuse, as its own port would: a proxy alone would accept before it knew.
public record NodeStopped(
        @Given(value = Lab.PRIMARY, says = "the node") String node,

        @Given(value = "fast", mild = "smart", severe = "immediate", says = "how it is told to stop")
        StopMode mode)
        implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var stopped = lab.node(node);
        var refusals = lab.routes().to(stopped).stream()
                .map(route -> route.proxy().inject(new ProxyFault.Refuse()))
                .toList();
        stopped.stop(mode);
        return Injection.healedBy(() -> {
            stopped.start();
            refusals.forEach(Injection::close);
        });
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return lab.hasNode(node);
    }
}
