package dev.tautline.lab.fault.path;

import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Share;
import dev.tautline.lab.proxy.ProxyFault;
import java.time.Duration;
import java.util.List;

/// Packets are lost, and retransmitted late: what looks like stalls to a program.
public record PathLossy(
        @Given(value = Lab.PRIMARY, says = "the node to which the way leads")
        String node,

        @Given(value = "5%", mild = "1%", severe = "20%", says = "of all packets")
        Share loss,

        @Given(value = "200ms", says = "when a lost one is sent again; twice as late each further time")
        Duration retransmission)
        implements PathFault {
    @Override
    public List<ProxyFault> onTheWay() {
        return List.of(new ProxyFault.Loss(loss.ofOne(), retransmission));
    }
}
