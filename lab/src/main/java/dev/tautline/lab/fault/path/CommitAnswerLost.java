package dev.tautline.lab.fault.path;

import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.proxy.ProxyFault;
import java.util.List;

/// Transactions are committed and the answer never arrives: the connection is reset in its place.
public record CommitAnswerLost(
        @Given(value = Lab.PRIMARY, says = "the node to which the way leads")
        String node) implements PathFault {
    @Override
    public List<ProxyFault> onTheWay() {
        return List.of(new ProxyFault.SwallowCommit());
    }
}
