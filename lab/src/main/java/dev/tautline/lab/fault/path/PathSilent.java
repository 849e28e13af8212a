package dev.tautline.lab.fault.path;

import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.proxy.ProxyFault;
import java.util.List;

/// Nobody answers a connect: a firewall drops it, or the accept queue is full. Existing connections go on.
public record PathSilent(
        @Given(value = Lab.PRIMARY, says = "the node to which the way leads")
        String node) implements PathFault {
    @Override
    public List<ProxyFault> onTheWay() {
        return List.of(new ProxyFault.NoSynAnswer());
    }
}
