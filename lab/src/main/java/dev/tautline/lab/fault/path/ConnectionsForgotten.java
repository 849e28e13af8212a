package dev.tautline.lab.fault.path;

import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.proxy.ProxyFault;
import java.util.List;

/// What lies between forgets all connections that exist and tells nobody: they hang half-open, new ones are well.
public record ConnectionsForgotten(
        @Given(value = Lab.PRIMARY, says = "the node to which the way leads")
        String node) implements PathFault {
    @Override
    public List<ProxyFault> onTheWay() {
        return List.of(new ProxyFault.ForgetExisting());
    }
}
