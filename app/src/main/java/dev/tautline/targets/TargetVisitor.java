package dev.tautline.targets;

import dev.tautline.probe.ProbeTarget;
import java.net.InetAddress;
import java.sql.Connection;

/// Asks servers more while a probe is connected to them; see [dev.tautline.probe.Guest]. Called from several threads.
@FunctionalInterface
public interface TargetVisitor {
    TargetVisitor NONE = (host, address, connection) -> {};

    void visit(ProbeTarget host, InetAddress address, Connection connection);
}
