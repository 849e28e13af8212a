package dev.tautline.lab.fault.name;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Route;
import dev.tautline.lab.proxy.SilentAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/// The name of a node stands for an address where it is not. The node is well.
public record NameWrong(
        @Given(value = Lab.PRIMARY, says = "the node that the name stands for")
        String node,

        @Given(value = "silent", says = "what a connect to the wrong address gets")
        Answer answer)
        implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return Injection.all(lab.routes().to(lab.node(node)).stream()
                .map(route -> moved(route, lab))
                .toList());
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        return lab.hasRouteTo(node);
    }

    /// Who answers at the wrong address.
    public enum Answer {
        /// A connect is refused.
        REFUSED,
        /// A connect gets no answer at all.
        SILENT
    }

    private Injection moved(Route route, Lab lab) {
        var wrong = elsewhere(route.proxy().address());
        var publication = lab.routes().hosts().publish(route.name(), wrong.getAddress());
        // Who is connected would never look the name up again.
        route.proxy().dropConnections();
        return switch (answer) {
            case REFUSED -> publication;
            case SILENT -> {
                var silent = SilentAddress.open(wrong);
                yield Injection.all(List.of(silent::close, publication));
            }
        };
    }

    /// The address of the same net that no route has.
    private static InetSocketAddress elsewhere(InetSocketAddress own) {
        var bytes = own.getAddress().getAddress();
        bytes[3] = (byte) (bytes[3] + 100);
        try {
            return new InetSocketAddress(InetAddress.getByAddress(bytes), own.getPort());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }
}
