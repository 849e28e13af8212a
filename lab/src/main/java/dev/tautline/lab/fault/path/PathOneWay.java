package dev.tautline.lab.fault.path;

import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.proxy.Direction;
import dev.tautline.lab.proxy.ProxyFault;
import java.util.List;

/// One direction is silent. With answers lost, statements are executed and nobody hears of it.
public record PathOneWay(
        @Given(value = Lab.PRIMARY, says = "the node to which the way leads")
        String node,

        @Given(value = "to-client", says = "the direction in which nothing passes")
        Direction silent)
        implements PathFault {
    @Override
    public List<ProxyFault> onTheWay() {
        return List.of(new ProxyFault.Stall(silent));
    }
}
