package dev.tautline.probe;

import dev.tautline.probe.StepLog.Stopped;
import dev.tautline.probe.wire.Peer;
import dev.tautline.settings.SslMode;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// One climb to one address, from CONNECT upwards, over one connection. Confined to one thread.
final class Climb {
    private final ProbeTarget target;
    private final SslMode mode;
    private final Scope scope;
    private final Clock clock;
    private final InetAddress address;
    private final StepLog log;
    private final Guest guest;

    /// @param mode the target's, or the one to fall back to
    Climb(ProbeTarget target, SslMode mode, Scope scope, Clock clock, InetAddress address, StepLog log, Guest guest) {
        this.target = target;
        this.mode = mode;
        this.scope = scope;
        this.clock = clock;
        this.address = address;
        this.log = log;
        this.guest = guest;
    }

    void run() {
        try (var tcp = log.run(
                Step.CONNECT,
                () -> diagnoser(false),
                deadline -> TcpConnection.open(address, target.port(), scope.details(), deadline))) {
            var peer = new Peer(tcp.socket());
            new Conversation(target, mode, scope, guest, clock, tcp, peer, log, () -> diagnoser(peer.heard())).run();
        } catch (Stopped stopped) {
            // The log holds the failure.
        } catch (IOException closing) {
            // What was to be learnt over this connection is learnt.
        }
    }

    LadderResult result(Instant at, List<InetAddress> addresses) {
        var steps = log.complete();
        var remarks = Remarks.on(steps, log.evidence(), at);
        return new LadderResult(target, at, addresses, address, steps, log.evidence(), remarks);
    }

    private Diagnoser diagnoser(boolean heard) {
        return new Diagnoser(target, address.getHostAddress(), heard);
    }
}
