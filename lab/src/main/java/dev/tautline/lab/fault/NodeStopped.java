package dev.tautline.lab.fault;

import dev.tautline.lab.Injection;
import dev.tautline.lab.postgres.StopMode;
import dev.tautline.lab.proxy.ProxyFault;

/// A server does not run. Its routes refuse, as its own port would: a proxy alone would accept before it knew.
public record NodeStopped(String node, StopMode mode) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        var stopped = lab.cluster().node(node);
        var refusals = lab.routes().to(stopped).stream()
                .map(route -> route.proxy().inject(new ProxyFault.Refuse()))
                .toList();
        stopped.stop(mode);
        return Injection.healedBy(() -> {
            stopped.start();
            refusals.forEach(Injection::close);
        });
    }
}
