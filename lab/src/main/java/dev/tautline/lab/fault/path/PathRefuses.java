package dev.tautline.lab.fault.path;

import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.proxy.ProxyFault;
import java.util.List;

/// The port is closed: new connections are refused at once, existing ones go on.
public record PathRefuses(
        @Given(value = Lab.PRIMARY, says = "the node to which the way leads")
        String node) implements PathFault {
    @Override
    public List<ProxyFault> onTheWay() {
        return List.of(new ProxyFault.Refuse());
    }
}
