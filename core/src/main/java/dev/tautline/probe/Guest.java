package dev.tautline.probe;

import java.net.InetAddress;
import java.sql.Connection;

/// Asks a server more over the connection of a ladder that has reached its top, so that no second connection is needed.
/// The connection breaks at a step's deadline; what goes wrong is the guest's own and never the ladder's.
@FunctionalInterface
public interface Guest {
    Guest NONE = (address, connection) -> {};

    /// Called once for each address that was climbed to the top. Must not close the connection or keep it.
    void visit(InetAddress address, Connection connection);
}
