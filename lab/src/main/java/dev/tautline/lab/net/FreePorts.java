package dev.tautline.lab.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Picks ports outside the kernel's ephemeral range: what is closed for a while (a stopped node, a refusing
/// proxy) must be able to take its port again, and an ephemeral one may meanwhile have become some client's
/// local port. Where the kernel leaves too few others, ports are picked from the range that is usual.
public final class FreePorts {
    // Above 10080, the highest port that browsers refuse (WHATWG Fetch, section 2.9, bad ports).
    private static final int LOWEST = 10_081;
    private static final int HIGHEST = 65_535;
    private static final int ATTEMPTS = 100;
    // Among fewer, what picks side by side would too often pick the same.
    private static final int ENOUGH = 4_000;
    // Documentation/networking/ip-sysctl: the kernel's default ip_local_port_range.
    private static final Range DEFAULT_EPHEMERAL = new Range(32_768, 60_999);
    private static final int LONGEST_RANGE = 64;
    private static final Path EPHEMERAL_RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

    private final RandomGenerator random;
    private final Set<Integer> avoided;
    private final Range range;

    /// Ports from the first to the last.
    record Range(int first, int last) {
        boolean suffices() {
            return last - first + 1 >= ENOUGH;
        }

        private static Range parse(String words) throws IOException {
            var bounds = words.strip().split("\\s+", 2);
            try {
                return new Range(Integer.parseInt(bounds[0]), Integer.parseInt(bounds[1]));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new IOException("no range: " + words, e);
            }
        }
    }

    public FreePorts(RandomGenerator random) {
        this(random, Set.of());
    }

    /// @param avoided ports that somebody else will want, free or not
    public FreePorts(RandomGenerator random, Set<Integer> avoided) {
        this.random = random;
        this.avoided = Set.copyOf(avoided);
        this.range = outside(ephemeral());
    }

    /// A port that was free on the address a moment ago; it may be taken before the caller binds it, who
    /// must then ask again.
    public int next(InetAddress address) {
        @Nullable IOException last = null;
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var candidate = random.nextInt(range.first(), range.last() + 1);
            if (avoided.contains(candidate)) {
                continue;
            }
            try (var probe = ServerSocketChannel.open()) {
                probe.bind(new InetSocketAddress(address, candidate));
                return candidate;
            } catch (IOException taken) {
                last = taken;
            }
        }
        throw new NoFreePort(
                "No free port on %s: tried %d between %d and %d, last answer: %s"
                        .formatted(address.getHostAddress(), ATTEMPTS, range.first(), range.last(), last),
                last);
    }

    /// What they are picked from.
    Range range() {
        return range;
    }

    static Range outside(Range ephemeral) {
        var below = new Range(LOWEST, ephemeral.first() - 1);
        var above = new Range(Math.max(LOWEST, ephemeral.last() + 1), HIGHEST);
        return Stream.of(below, above, new Range(LOWEST, DEFAULT_EPHEMERAL.first() - 1))
                .filter(Range::suffices)
                .findFirst()
                .orElseThrow();
    }

    /// Read in one go: the kernel answers a second read of such a file with its end, and `Files` asks for one byte
    /// first.
    private static Range ephemeral() {
        try (var in = Files.newInputStream(EPHEMERAL_RANGE)) {
            var bytes = new byte[LONGEST_RANGE];
            int length = in.read(bytes);
            return Range.parse(new String(bytes, 0, Math.max(0, length), StandardCharsets.US_ASCII));
        } catch (IOException unknown) {
            return DEFAULT_EPHEMERAL;
        }
    }
}
