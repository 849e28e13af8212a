package dev.tautline.lab.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Picks ports below the kernel's ephemeral range: what is closed for a while (a stopped node, a refusing
/// proxy) must be able to take its port again, and an ephemeral one may meanwhile have become some client's
/// local port.
public final class FreePorts {
    // Above 10080, the highest port that browsers refuse (WHATWG Fetch, section 2.9, bad ports).
    private static final int LOWEST = 10_081;
    private static final int ATTEMPTS = 100;
    // Documentation/networking/ip-sysctl: the kernel's default lower bound of ip_local_port_range.
    private static final int DEFAULT_EPHEMERAL_START = 32_768;
    private static final Path EPHEMERAL_RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

    private final RandomGenerator random;
    private final int limit;

    public FreePorts(RandomGenerator random) {
        this.random = random;
        this.limit = Math.max(LOWEST + 1_000, ephemeralStart());
    }

    /// A port that was free on the address a moment ago; it may be taken before the caller binds it, who
    /// must then ask again.
    public int next(InetAddress address) {
        @Nullable IOException last = null;
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var candidate = random.nextInt(LOWEST, limit);
            try (var probe = ServerSocketChannel.open()) {
                probe.bind(new InetSocketAddress(address, candidate));
                return candidate;
            } catch (IOException taken) {
                last = taken;
            }
        }
        throw new NoFreePort(
                "No free port on %s: tried %d between %d and %d, last answer: %s"
                        .formatted(address.getHostAddress(), ATTEMPTS, LOWEST, limit - 1, last),
                last);
    }

    private static int ephemeralStart() {
        try {
            return Integer.parseInt(Files.readString(EPHEMERAL_RANGE).strip().split("\\s+", 2)[0]);
        } catch (IOException unknown) {
            return DEFAULT_EPHEMERAL_START;
        }
    }
}
