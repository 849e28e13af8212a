package dev.tautline.lab.proxy;

import java.time.Duration;

/// A fault on the way between a client and a server. Several may be in force on one proxy at once.
public sealed interface ProxyFault {
    /// Bytes arrive later: what is read at t is delivered at t + the direction's delay + a jitter drawn
    /// uniformly from `-jitter` to `+jitter`, never before t and never out of order. Many chunks are under
    /// way at once, so the delay does not limit bandwidth until 16 MiB per connection and direction are.
    /// TCP's own handshake is the kernel's and is not delayed.
    record Latency(Duration toUpstream, Duration toClient, Duration jitter) implements ProxyFault {
        public Latency {
            if (toUpstream.isNegative() || toClient.isNegative() || jitter.isNegative()) {
                throw new IllegalArgumentException(
                        "latency %s to upstream, %s to client, jitter %s: none may be negative"
                                .formatted(toUpstream, toClient, jitter));
            }
        }

        /// Half of the delay each way. The jitter applies each way, so a round trip varies by up to twice
        /// the jitter.
        public static Latency roundTrip(Duration delay, Duration jitter) {
            var half = delay.dividedBy(2);
            return new Latency(half, delay.minus(half), jitter);
        }
    }

    /// All connections of the proxy together move at most so many bytes per second in each direction, at
    /// least 1.
    record BandwidthCap(long bytesPerSecond) implements ProxyFault {
        public BandwidthCap {
            if (bytesPerSecond < 1) {
                throw new IllegalArgumentException("bandwidth %d bytes/s: at least 1".formatted(bytesPerSecond));
            }
        }
    }

    /// The listener is closed: new connections are refused (ECONNREFUSED). Existing ones go on.
    record Refuse() implements ProxyFault {}

    /// SYNs get no answer, as behind a firewall that drops: connecting times out. Existing connections go
    /// on. The kernel drops SYNs for a full accept queue, so a connection made in the few milliseconds of
    /// filling it may be accepted and hang instead.
    record NoSynAnswer() implements ProxyFault {}

    /// New connections are accepted and then nothing happens, as with a hung host. Existing ones go on. Once
    /// healed, a held connection is forwarded with all it has sent.
    record AcceptThenSilence() implements ProxyFault {}

    /// Existing connections are reset at once, on both sides, and new ones upon accept.
    record Reset() implements ProxyFault {}

    /// No byte, end or reset passes in this direction on any connection; all of it is delivered once healed.
    record Stall(Direction direction) implements ProxyFault {}
}
