package dev.tautline.probe;

import dev.tautline.probe.StepLog.Attempt;
import dev.tautline.probe.StepLog.Diagnosing;
import dev.tautline.probe.StepLog.Stopped;
import dev.tautline.probe.evidence.Encryption;
import dev.tautline.probe.evidence.Encryption.Offer;
import dev.tautline.probe.evidence.Evidence;
import dev.tautline.probe.evidence.Role;
import dev.tautline.probe.wire.Peer;
import dev.tautline.settings.SslMode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/// The steps over one open connection.
///
/// ```
/// TcpConnection ─► TlsSession ─► Challenge ─► Login ─► Session ─► Acquaintance ─► Role, Capacity
///                 tls           authenticate          session    query           role, capacity
/// ```
///
/// @param mode the target's, or the one to fall back to
record Conversation(
        ProbeTarget target,
        SslMode mode,
        Scope scope,
        Guest guest,
        Clock clock,
        TcpConnection tcp,
        Peer peer,
        StepLog log,
        Diagnosing diagnosing) {
    void run() throws Stopped, IOException {
        var tls = tls();
        var login = step(
                Step.AUTHENTICATE,
                deadline -> Login.answer(Challenge.ask(tls, target, peer, deadline), target, deadline));
        var session = step(Step.SESSION, login::open);
        if (session.isPooled()) {
            peer.becamePooler();
        }
        ask(session, tls);
    }

    private TlsSession tls() throws Stopped {
        if (mode == SslMode.DISABLE || mode == SslMode.ALLOW) {
            var words = "sslmode=" + target.sslMode() + (mode == target.sslMode() ? "" : ", second attempt");
            log.skip(Step.TLS, words);
            var none = Encryption.none(Offer.NOT_ASKED, words);
            log.see(none);
            return TlsSession.plain(tcp, none);
        }
        var negotiation = TlsNegotiation.prepared(target, mode, clock);
        return step(Step.TLS, deadline -> negotiated(negotiation, deadline));
    }

    /// The server's certificate is the first message that does not fit into one packet.
    private TlsSession negotiated(TlsNegotiation negotiation, Deadline deadline)
            throws IOException, StepFailed, TimeoutException {
        try {
            return negotiation.run(tcp, peer, deadline);
        } catch (IOException broken) {
            if (scope.details() && !peer.heard() && !deadline.passed()) {
                judgeHangingUp(broken, Deadline.after(deadline.remaining().dividedBy(2)));
            }
            if (!deadline.passed() || !peer.heard()) {
                throw broken;
            }
            if (scope.details()) {
                new SmallPackets(target, tcp, negotiation).judge(() -> log.deadline(Step.TLS));
            }
            throw new StepFailed(
                    FailureKind.TLS_UNANSWERED,
                    "ETIMEDOUT",
                    "the server agreed to TLS and then sent nothing that ends the handshake"
                            + (scope.details() ? ", over a connection for small packets neither" : ""));
        }
    }

    /// PostgreSQL answers the question for TLS. OpenSSL, and so most that end TLS before a server, hangs up on it
    /// without an alert, and shows itself only to a handshake.
    private void judgeHangingUp(IOException broken, Deadline deadline) throws IOException, StepFailed {
        tcp.close();
        var answer = new SecondCaller(tcp.address(), target.port()).greetWithTls(target.host(), deadline);
        if (answer instanceof SecondCaller.Answer.Words words
                && ForeignProtocol.recognise(words.opening()) == FailureKind.TLS_ONLY_AT_PORT) {
            throw new StepFailed(
                    FailureKind.TLS_ONLY_AT_PORT,
                    Errno.of(broken).name(),
                    "hung up when asked for TLS as PostgreSQL is; a TLS handshake without asking is answered");
        }
    }

    /// A server that has hardly a slot left gets ours back before anything is asked that can wait.
    private void ask(Session session, TlsSession tls) throws Stopped, IOException {
        var questions = new ServerQuestions(session, clock);
        var look = step(Step.QUERY, deadline -> acquainted(questions, deadline)).look();
        log.see(Intermediaries.between(tcp.evidence(), session.process(), look.farEnd()));
        if (look.nearlyFull()) {
            session.goodbye();
        }
        boolean brief = look.nearlyFull() || !scope.details();
        learnRole(session, questions, look);
        learn(Step.CAPACITY, _ -> brief ? look.capacity() : questions.capacity(look));
        if (scope.write()) {
            write(session, look, tls);
        }
        if (!look.nearlyFull()) {
            welcome(session);
        }
        session.goodbye();
    }

    /// A server of the wrong role is a server all the same: whoever asks it more learns where the right one is.
    private void learnRole(Session session, ServerQuestions questions, FirstLook look) throws Stopped, IOException {
        boolean brief = look.nearlyFull() || !scope.details();
        try {
            learn(Step.ROLE, _ -> judged(brief ? look.role() : questions.role(look)));
        } catch (Stopped stopped) {
            if (!brief && log.evidence().stream().anyMatch(Role.class::isInstance)) {
                welcome(session);
                session.goodbye();
            }
            throw stopped;
        }
    }

    private Acquaintance acquainted(ServerQuestions questions, Deadline deadline) throws IOException, StepFailed {
        var acquaintance = questions.acquaint(scope.large(), deadline);
        if (scope.details() && !acquaintance.look().nearlyFull()) {
            questions.searchPath().ifPresent(log::see);
        }
        return acquaintance;
    }

    private void write(Session session, FirstLook look, TlsSession tls) throws Stopped {
        if (look.nearlyFull()) {
            log.skip(Step.WRITE, "hardly a slot is left, so ours was given back");
            return;
        }
        var trial = new WriteTrial(session, look.role(), new Cancelling(target, mode, clock, tls, session));
        learn(Step.WRITE, trial::run);
    }

    private void welcome(Session session) {
        try (var _ = new Alarm(log.deadline(Step.QUERY), tcp)) {
            guest.visit(tcp.address(), session.connection());
        }
    }

    /// A role that is not the expected one is a failed step, but it is known all the same.
    private Role judged(Role found) throws StepFailed {
        log.see(found);
        return RoleJudge.judge(found, target.expected());
    }

    private <R extends Rung> R step(Step step, Attempt<R> attempt) throws Stopped {
        return log.run(step, diagnosing, guarded(step, attempt));
    }

    private <E extends Evidence> void learn(Step step, Attempt<E> attempt) throws Stopped {
        log.ask(step, diagnosing, guarded(step, attempt));
    }

    /// Breaks off at the deadline whatever the peer does.
    private <T> Attempt<T> guarded(Step step, Attempt<T> attempt) {
        return deadline -> {
            long begin = System.nanoTime();
            try (var alarm = new Alarm(deadline, tcp)) {
                return run(attempt, deadline, alarm);
            } catch (TimeoutException silent) {
                throw explained(step, silent, Duration.ofNanos(System.nanoTime() - begin));
            }
        };
    }

    /// The connection is closed by now, so that a second one is the only one.
    private StepFailed explained(Step step, TimeoutException silent, Duration waited) throws TimeoutException {
        if (log.isCutShort(step, waited)) {
            throw silent;
        }
        if (scope.details()) {
            return new AfterSilence(target, tcp, peer.heard(), peer.isPooler())
                    .judge(step, silent, waited, log.deadline(Step.TLS));
        }
        if (silent instanceof FellSilent told) {
            return told.asFailure();
        }
        throw silent;
    }

    /// A step that found out why it did not end in time; that the connection is gone is no reason, for we closed it.
    private static boolean isJudged(Exception e) {
        return e instanceof StepFailed failed
                && failed.symptom() instanceof Symptom.Judged judged
                && judged.kind() != FailureKind.CONNECTION_LOST;
    }

    private static <T> T run(Attempt<T> attempt, Deadline deadline, Alarm alarm)
            throws IOException, StepFailed, TimeoutException, InterruptedException {
        try {
            var outcome = attempt.run(deadline);
            if (!alarm.endInTime()) {
                throw new TimeoutException("came after the deadline");
            }
            return outcome;
        } catch (IOException | StepFailed e) {
            if (alarm.rung() && !isJudged(e)) {
                throw new TimeoutException("cut off at the deadline");
            }
            throw e;
        }
    }
}
