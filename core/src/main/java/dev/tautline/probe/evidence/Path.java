package dev.tautline.probe.evidence;

import java.net.InetSocketAddress;

/// CONNECT: the two ends of the TCP connection, as this machine sees them.
///
/// @param mtu the largest packet that the local interface takes, in bytes; 0 when it is not known. The way may take
/// less.
public record Path(InetSocketAddress local, InetSocketAddress remote, int mtu) implements Evidence {
    public Path(InetSocketAddress local, InetSocketAddress remote) {
        this(local, remote, 0);
    }

    @Override
    public String words() {
        return remote.getAddress().getHostAddress() + " accepts, from "
                + local.getAddress().getHostAddress() + ":" + local.getPort()
                + (mtu == 0 ? "" : ", interface MTU " + mtu);
    }
}
