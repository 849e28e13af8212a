package dev.tautline.probe;

import dev.tautline.probe.StepLog.Stopped;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// One climb to one address, from CONNECT upwards. Confined to one thread.
final class Climb {
    private final ProbeTarget target;
    private final InetAddress address;
    private final StepLog log;

    Climb(ProbeTarget target, InetAddress address, StepLog log) {
        this.target = target;
        this.address = address;
        this.log = log;
    }

    void run() {
        try {
            log.run(Step.CONNECT, this::diagnoser, this::connect).close();
        } catch (Stopped stopped) {
            // The log holds the failure.
        } catch (IOException closing) {
            // What was to be learnt from this connection is learnt.
        }
    }

    LadderResult result(Instant at, List<InetAddress> addresses) {
        return new LadderResult(target, at, addresses, address, log.complete(), null, null, null, null);
    }

    private TcpConnection connect(Deadline deadline) throws IOException, TimeoutException {
        try {
            return TcpConnection.open(address, target.port(), deadline);
        } catch (java.net.SocketTimeoutException e) {
            throw new TimeoutException(e.getMessage());
        }
    }

    private Diagnoser diagnoser() {
        return new Diagnoser(target, address.getHostAddress(), false);
    }
}
