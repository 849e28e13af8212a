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

    /// New connections are reset upon accept; existing ones go on.
    record ResetNew() implements ProxyFault {}

    /// New connections are closed in order (FIN) upon accept; existing ones go on.
    record CloseNew() implements ProxyFault {}

    /// New connections reach something that speaks HTTP: what they send is answered with an error page, and closed.
    record ForeignService() implements ProxyFault {}

    /// What packet loss looks like to a program: with this probability, 0 to 1, a chunk waits for its retransmission,
    /// and all behind it. Linux's first one comes after 200 ms at the earliest (TCP_RTO_MIN), each next one after
    /// twice the time.
    record Loss(double probability, Duration retransmission) implements ProxyFault {
        public Loss {
            if (probability < 0 || probability > 1 || retransmission.isNegative()) {
                throw new IllegalArgumentException(
                        "loss %s, retransmission %s: 0 to 1, and not negative".formatted(probability, retransmission));
            }
        }
    }

    /// Bytes travel in pieces of this size at most, so far apart.
    record Slices(int bytes, Duration apart) implements ProxyFault {
        public Slices {
            if (bytes < 1 || apart.isNegative()) {
                throw new IllegalArgumentException(
                        "slices of %d bytes, %s apart: at least 1, and not negative".formatted(bytes, apart));
            }
        }
    }

    /// The end of a connection is passed on so much later, an orderly one as a reset.
    record SlowClose(Duration delay) implements ProxyFault {
        public SlowClose {
            if (delay.isNegative()) {
                throw new IllegalArgumentException("delay %s: must not be negative".formatted(delay));
            }
        }
    }

    /// Each connection is closed in order once so many bytes have gone to the client in all, at least 1.
    record CutAfter(long bytes) implements ProxyFault {
        public CutAfter {
            if (bytes < 1) {
                throw new IllegalArgumentException("cut after %d bytes: at least 1".formatted(bytes));
            }
        }
    }

    /// Connections that exist now are forgotten by something in between: nothing passes on them any more, and nobody is
    /// told. New ones are well. Once healed, the forgotten ones are reset.
    record ForgetExisting() implements ProxyFault {}

    /// A connection on which nothing has moved for so long is forgotten, as by a firewall or an address translation.
    /// Once healed, the forgotten ones are reset.
    record ForgetIdle(Duration after) implements ProxyFault {
        public ForgetIdle {
            if (!after.isPositive()) {
                throw new IllegalArgumentException("idle time %s: must be positive".formatted(after));
            }
        }
    }

    /// Small packets pass, and large ones vanish, as where a tunnel takes fewer bytes than both ends believe and the
    /// notice
    /// of it (ICMP) is dropped: a chunk of more bytes than this is lost, and with it all that comes after it on its
    /// connection, since TCP sends the large one again and again. Once healed, connections that hang are reset.
    ///
    /// @param largest bytes of a chunk that passes, at least 1
    record LargeLost(int largest) implements ProxyFault {
        public LargeLost {
            if (largest < 1) {
                throw new IllegalArgumentException("largest chunk %d bytes: at least 1".formatted(largest));
            }
        }
    }

    /// The server's answer to COMMIT never arrives: the connection is reset in its place, so that the client cannot
    /// know whether it has committed. It has. Works on connections without TLS.
    record SwallowCommit() implements ProxyFault {}

    /// No byte, end or reset passes in this direction on any connection; all of it is delivered once healed.
    record Stall(Direction direction) implements ProxyFault {}
}
