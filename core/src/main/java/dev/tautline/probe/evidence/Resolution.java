package dev.tautline.probe.evidence;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;

/// RESOLVE: all addresses of the host, in the resolver's order.
public record Resolution(String host, List<InetAddress> addresses) implements Evidence {
    public Resolution {
        addresses = List.copyOf(addresses);
    }

    @Override
    public String words() {
        return addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
    }
}
