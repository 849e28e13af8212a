package dev.tautline.lab.postgres;

import java.net.InetSocketAddress;

/// Through which address a standby reaches the primary: the primary's own, or that of a proxy in front of it.
@FunctionalInterface
public interface ReplicationRoute {
    ReplicationRoute DIRECT = (standby, primary) -> primary;

    InetSocketAddress address(String standby, InetSocketAddress primary);
}
