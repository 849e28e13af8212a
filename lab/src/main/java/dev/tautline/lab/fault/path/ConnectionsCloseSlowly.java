package dev.tautline.lab.fault.path;

import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.proxy.ProxyFault;
import java.time.Duration;
import java.util.List;

/// The end of a connection arrives late: the server keeps sessions whose clients are long gone, and clients connections
/// whose server is.
public record ConnectionsCloseSlowly(
        @Given(value = Lab.PRIMARY, says = "the node to which the way leads")
        String node,

        @Given(value = "5s", mild = "1s", severe = "30s", says = "from the end on one side to the end on the other")
        Duration delay)
        implements PathFault {
    @Override
    public List<ProxyFault> onTheWay() {
        return List.of(new ProxyFault.SlowClose(delay));
    }
}
