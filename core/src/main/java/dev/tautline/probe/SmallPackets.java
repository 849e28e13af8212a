package dev.tautline.probe;

import dev.tautline.probe.wire.Peer;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/// Tries again what was not answered, over a connection on which only small packets come. When that works, it is large
/// packets that vanish: somewhere on the way less fits than both ends believe, and the notice of it (ICMP) is dropped.
///
/// @param tcp the connection that fell silent, closed by now
record SmallPackets(ProbeTarget target, TcpConnection tcp, TlsNegotiation negotiation) {
    /// Returns when it is no better.
    ///
    /// @throws StepFailed when large packets are to blame
    void judge(Deadline deadline) throws StepFailed {
        try (var narrow = TcpConnection.openNarrow(tcp.address(), target.port(), deadline);
                var _ = new Alarm(deadline, narrow)) {
            negotiation.run(narrow, new Peer(narrow.socket()), deadline);
        } catch (IOException | TimeoutException alsoSilent) {
            return;
        } catch (StepFailed judged) {
            // The server's certificate came, whatever is to be said about it.
        }
        throw new StepFailed(
                FailureKind.LARGE_PACKETS_LOST,
                "ETIMEDOUT",
                "the server's certificate did not come, and came at once over a connection that takes small packets only");
    }
}
