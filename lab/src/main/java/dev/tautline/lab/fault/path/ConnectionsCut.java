package dev.tautline.lab.fault.path;

import dev.tautline.lab.fault.ByteCount;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.proxy.ProxyFault;
import java.util.List;

/// Each connection is ended once it has carried so many bytes, always at the same place.
public record ConnectionsCut(
        @Given(value = Lab.PRIMARY, says = "the node to which the way leads")
        String node,

        @Given(value = "64KB", mild = "1MB", severe = "8KB", says = "bytes to the client")
        ByteCount after)
        implements PathFault {
    @Override
    public List<ProxyFault> onTheWay() {
        return List.of(new ProxyFault.CutAfter(after.bytes()));
    }
}
