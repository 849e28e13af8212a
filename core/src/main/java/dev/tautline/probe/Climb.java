package dev.tautline.probe;

import dev.tautline.probe.StepLog.Attempt;
import dev.tautline.probe.StepLog.Stopped;
import dev.tautline.probe.evidence.Evidence;
import dev.tautline.probe.evidence.Role;
import dev.tautline.probe.wire.Peer;
import dev.tautline.settings.SslMode;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// One climb to one address, from CONNECT upwards, over one connection. Confined to one thread.
///
/// ```
/// address ─► TcpConnection ─► TlsSession ─► Challenge ─► Login ─► Session ─► ServerAnswer, Role, Capacity
///           connect          tls           authenticate          session     query, role, capacity
/// ```
final class Climb {
    private final ProbeTarget target;
    private final SslMode mode;
    private final Clock clock;
    private final InetAddress address;
    private final StepLog log;
    private final Guest guest;
    private boolean heard;

    /// @param mode the target's, or the one to fall back to
    Climb(ProbeTarget target, SslMode mode, Clock clock, InetAddress address, StepLog log, Guest guest) {
        this.target = target;
        this.mode = mode;
        this.clock = clock;
        this.address = address;
        this.log = log;
        this.guest = guest;
    }

    void run() {
        try (var tcp = log.run(
                Step.CONNECT, this::diagnoser, deadline -> TcpConnection.open(address, target.port(), deadline))) {
            over(tcp);
        } catch (Stopped stopped) {
            // The log holds the failure.
        } catch (IOException closing) {
            // What was to be learnt over this connection is learnt.
        }
    }

    private void over(TcpConnection tcp) throws Stopped, IOException {
        var peer = new Peer(tcp.socket());
        var tls = tls(tcp, peer);
        var login = step(Step.AUTHENTICATE, tcp, peer, deadline -> {
            return Login.answer(Challenge.ask(tls, target, peer), target, deadline);
        });
        var session = step(Step.SESSION, tcp, peer, login::open);
        var questions = new ServerQuestions(session, clock);
        ask(Step.QUERY, tcp, peer, _ -> questions.server());
        ask(Step.ROLE, tcp, peer, _ -> judged(questions.role()));
        ask(Step.CAPACITY, tcp, peer, _ -> questions.capacity());
        welcome(tcp, session);
        session.goodbye();
    }

    private void welcome(TcpConnection tcp, Session session) {
        try (var _ = new Alarm(log.deadline(Step.QUERY), tcp)) {
            guest.visit(address, session.connection());
        }
    }

    private TlsSession tls(TcpConnection tcp, Peer peer) throws Stopped {
        if (mode == SslMode.DISABLE || mode == SslMode.ALLOW) {
            log.skip(Step.TLS, "sslmode=" + target.sslMode() + (mode == target.sslMode() ? "" : ", second attempt"));
            return TlsSession.plain(tcp, "in the clear");
        }
        var negotiation = new TlsNegotiation(target, mode, clock);
        return step(Step.TLS, tcp, peer, deadline -> negotiation.run(tcp, peer, deadline));
    }

    /// A role that is not the expected one is a failed step, but it is known all the same.
    private Role judged(Role found) throws StepFailed {
        log.see(found);
        return RoleJudge.judge(found, target.expected());
    }

    /// A step over the open connection, which breaks off at its deadline whatever the peer does.
    private <R extends Rung> R step(Step step, TcpConnection tcp, Peer peer, Attempt<R> attempt) throws Stopped {
        return log.run(step, this::diagnoser, guarded(tcp, peer, attempt));
    }

    private <E extends Evidence> void ask(Step step, TcpConnection tcp, Peer peer, Attempt<E> attempt) throws Stopped {
        log.ask(step, this::diagnoser, guarded(tcp, peer, attempt));
    }

    private <T> Attempt<T> guarded(TcpConnection tcp, Peer peer, Attempt<T> attempt) {
        return deadline -> {
            try (var alarm = new Alarm(deadline, tcp)) {
                return attempt(attempt, deadline, alarm);
            } finally {
                heard = peer.heard();
            }
        };
    }

    private static <T> T attempt(Attempt<T> attempt, Deadline deadline, Alarm alarm)
            throws IOException, StepFailed, TimeoutException, InterruptedException {
        try {
            return attempt.run(deadline);
        } catch (IOException | StepFailed e) {
            if (alarm.rung()) {
                throw new TimeoutException("cut off at the deadline");
            }
            throw e;
        }
    }

    LadderResult result(Instant at, List<InetAddress> addresses) {
        return new LadderResult(target, at, addresses, address, log.complete(), log.evidence(), List.of());
    }

    private Diagnoser diagnoser() {
        return new Diagnoser(target, address.getHostAddress(), heard);
    }
}
