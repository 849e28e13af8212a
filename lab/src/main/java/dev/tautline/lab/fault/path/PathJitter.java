package dev.tautline.lab.fault.path;

import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.proxy.ProxyFault;
import java.time.Duration;
import java.util.List;

/// The way takes now more time, now less: queues fill and drain.
public record PathJitter(
        @Given(value = Lab.PRIMARY, says = "the node to which the way leads")
        String node,

        @Given(value = "150ms", mild = "30ms", severe = "800ms", says = "the most that each direction takes more")
        Duration jitter)
        implements PathFault {
    @Override
    public List<ProxyFault> onTheWay() {
        return List.of(new ProxyFault.Latency(jitter.dividedBy(2), jitter.dividedBy(2), jitter.dividedBy(2)));
    }
}
