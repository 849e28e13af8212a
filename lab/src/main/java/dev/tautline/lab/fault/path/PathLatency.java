package dev.tautline.lab.fault.path;

import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.proxy.ProxyFault;
import java.time.Duration;
import java.util.List;

/// Everything takes longer on the way, each round trip by the same time.
public record PathLatency(
        @Given(value = Lab.PRIMARY, says = "the node to which the way leads")
        String node,

        @Given(value = "200ms", mild = "20ms", severe = "2s", says = "what each round trip takes more")
        Duration roundTrip)
        implements PathFault {
    @Override
    public List<ProxyFault> onTheWay() {
        return List.of(ProxyFault.Latency.roundTrip(roundTrip, Duration.ZERO));
    }
}
