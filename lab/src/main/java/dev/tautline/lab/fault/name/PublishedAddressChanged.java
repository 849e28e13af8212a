package dev.tautline.lab.fault.name;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.Lab;
import java.net.InetAddress;

/// A name points elsewhere, as after a wrong change of DNS or of a cluster's network settings. The node is
/// well.
public record PublishedAddressChanged(String name, InetAddress newAddress) implements Fault {
    @Override
    public Injection injectInto(Lab lab) {
        return lab.routes().hosts().publish(lab.routes().route(name).name(), newAddress);
    }
}
