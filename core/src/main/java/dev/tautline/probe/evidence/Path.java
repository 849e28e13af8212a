package dev.tautline.probe.evidence;

import java.net.InetSocketAddress;

/// CONNECT: the two ends of the TCP connection, as this machine sees them.
public record Path(InetSocketAddress local, InetSocketAddress remote) implements Evidence {
    @Override
    public String words() {
        return remote.getAddress().getHostAddress() + " accepts, from "
                + local.getAddress().getHostAddress() + ":" + local.getPort();
    }
}
