package dev.tautline.lab.fault.path;

import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.proxy.Direction;
import dev.tautline.lab.proxy.ProxyFault;
import java.util.List;

/// Nothing passes in either direction, new connections are accepted and hang; what was sent arrives when it heals.
public record PathPartitioned(
        @Given(value = Lab.PRIMARY, says = "the node to which the way leads")
        String node) implements PathFault {
    @Override
    public List<ProxyFault> onTheWay() {
        return List.of(new ProxyFault.Stall(Direction.TO_UPSTREAM), new ProxyFault.Stall(Direction.TO_CLIENT));
    }
}
