package dev.tautline.probe;

import dev.tautline.probe.wire.CancelRequest;
import dev.tautline.probe.wire.Peer;
import dev.tautline.settings.SslMode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/// Asks the server to break off what a session does, as Ctrl-C in psql would: over a second, short connection, which
/// takes no slot and needs no log-in. It is encrypted when the session is.
record Cancelling(ProbeTarget target, SslMode mode, Clock clock, TlsSession tls, Session session) {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /// Returns when the server has taken it up, or has had time enough to.
    void send() throws IOException {
        var deadline = Deadline.after(PATIENCE);
        try (var tcp = TcpConnection.open(tls.tcp().address(), target.port(), false, deadline);
                var _ = new Alarm(deadline, tcp)) {
            var channel = tls.encrypted()
                    ? TlsNegotiation.prepared(target, mode, clock)
                            .run(tcp, new Peer(tcp.socket()), deadline)
                            .channel()
                    : tcp.socket();
            channel.getOutputStream().write(new CancelRequest(session.process(), session.secret()).encode());
            channel.getOutputStream().flush();
            // The server closes when it has passed the request on.
            channel.getInputStream().read();
        } catch (StepFailed | TimeoutException e) {
            throw new IOException("the request to cancel did not get through", e);
        }
    }
}
