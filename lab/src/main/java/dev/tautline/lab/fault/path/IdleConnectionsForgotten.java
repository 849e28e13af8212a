package dev.tautline.lab.fault.path;

import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.proxy.ProxyFault;
import java.time.Duration;
import java.util.List;

/// What lies between forgets connections that have been idle: they hang when they are used again.
public record IdleConnectionsForgotten(
        @Given(value = Lab.PRIMARY, says = "the node to which the way leads")
        String node,

        @Given(value = "3s", mild = "20s", severe = "500ms", says = "idle time after which a connection is forgotten")
        Duration after)
        implements PathFault {
    @Override
    public List<ProxyFault> onTheWay() {
        return List.of(new ProxyFault.ForgetIdle(after));
    }
}
