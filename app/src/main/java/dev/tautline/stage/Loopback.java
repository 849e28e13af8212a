package dev.tautline.stage;

import dev.tautline.lab.net.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.util.List;

/// Addresses of this machine that stand for those of database hosts: all of 127.0.0.0/8 is its own (RFC 1122, 3.2.1.3).
public final class Loopback {
    private static final int ATTEMPTS = 20;

    private Loopback() {}

    /// The address of the n-th database host, from 1: 127.0.54.n.
    public static InetAddress ofHost(int number) {
        return address(54, number);
    }

    static int portFreeOnAll(List<InetAddress> addresses, FreePorts ports) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var port = ports.next(addresses.getFirst());
            if (addresses.stream().allMatch(address -> isFree(address, port))) {
                return port;
            }
        }
        throw new StageRefused("no port is free on all of %s".formatted(addresses));
    }

    static boolean isFree(InetAddress address, int port) {
        try (var probe = ServerSocketChannel.open()) {
            probe.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static InetAddress address(int network, int host) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, (byte) network, (byte) host});
        } catch (UnknownHostException impossible) {
            throw new AssertionError("four bytes are an address", impossible);
        }
    }
}
