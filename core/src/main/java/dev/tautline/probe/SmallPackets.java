package dev.tautline.probe;

import dev.tautline.probe.wire.Peer;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Tries again what was not answered, over a connection on which only small packets come. When that works, it is large
/// packets that vanish: somewhere on the way less fits than both ends believe, and the notice of it (ICMP) is dropped.
///
/// @param tcp the connection that fell silent, closed by now
record SmallPackets(ProbeTarget target, TcpConnection tcp, TlsNegotiation negotiation) {
    /// Returns when it is no better. What failed is tried a second time, too: a peer, or this machine, may have been
    /// busy for a moment, and then nothing is shown about packets.
    ///
    /// @param deadline that of one more try, from now
    /// @throws StepFailed when large packets are to blame, or when both now work
    void judge(Supplier<Deadline> deadline) throws StepFailed {
        if (!works(by -> TcpConnection.openNarrow(tcp.address(), target.port(), by), deadline.get())) {
            return;
        }
        if (works(by -> TcpConnection.open(tcp.address(), target.port(), false, by), deadline.get())) {
            throw new StepFailed(
                    FailureKind.TLS_UNANSWERED,
                    "ETIMEDOUT",
                    "the handshake did not end in time, and did at once when it was tried again: the other end, or this"
                            + " machine, was busy for a moment");
        }
        throw new StepFailed(
                FailureKind.LARGE_PACKETS_LOST,
                "ETIMEDOUT",
                "the server's certificate did not come, twice, and came at once over a connection that takes small packets"
                        + " only");
    }

    private interface Opening {
        TcpConnection by(Deadline deadline) throws IOException, TimeoutException;
    }

    private boolean works(Opening opening, Deadline deadline) {
        try (var once = opening.by(deadline);
                var _ = new Alarm(deadline, once)) {
            negotiation.run(once, new Peer(once.socket()), deadline);
            return true;
        } catch (IOException | TimeoutException silent) {
            return false;
        } catch (StepFailed judged) {
            // The server's certificate came, whatever is to be said about it.
            return true;
        }
    }
}
