package dev.tautline.lab.fault.path;

import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.proxy.ProxyFault;
import java.util.List;

/// Small packets pass and large ones vanish: connections hang in the middle of an answer, and with TLS in the
/// handshake,
/// since a certificate is large.
public record LargePacketsLost(
        @Given(value = Lab.PRIMARY, says = "the node to which the way leads")
        String node,

        @Given(value = "1400", mild = "4000", severe = "576", says = "that still pass at once")
        int bytes)
        implements PathFault {
    @Override
    public List<ProxyFault> onTheWay() {
        return List.of(new ProxyFault.LargeLost(bytes));
    }
}
