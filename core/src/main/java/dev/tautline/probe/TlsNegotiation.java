package dev.tautline.probe;

import dev.tautline.probe.evidence.Encryption;
import dev.tautline.probe.evidence.Encryption.Offer;
import dev.tautline.probe.evidence.ServerCertificate;
import dev.tautline.probe.wire.Peer;
import dev.tautline.settings.SslMode;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.TimeoutException;

/// The step TLS: asks for encryption as libpq does, shakes hands, and judges the certificate by `sslmode`.
///
/// ```
/// ── SSLRequest ──►                                        (left out by sslNegotiation=direct)
/// ◄── 'S' ──  handshake, certificate, then encrypted
/// ◄── 'N' ──  in the clear, if sslmode allows
/// ◄── 'E' ──  a text: the postmaster could not even start a process
/// ◄── … ────  not PostgreSQL
/// ```
///
/// @param judging the judge of certificates, or why there is none
record TlsNegotiation(ProbeTarget target, SslMode mode, Clock clock, Judging judging) {
    /// Length 8, code 80877103 (PostgreSQL manual 18, section 54.7).
    static final byte[] SSL_REQUEST = {0, 0, 0, 8, 0x04, (byte) 0xd2, 0x16, 0x2f};

    interface Judging {
        CertificateJudge now() throws StepFailed;
    }

    /// Reads the client's authorities at once, of which a system has more than a hundred: a fresh JVM may take longer
    /// for
    /// them than a step may take, and that is no time of the server's.
    static TlsNegotiation prepared(ProbeTarget target, SslMode mode, Clock clock) {
        try {
            var judge = CertificateJudge.of(target, mode, clock);
            return new TlsNegotiation(target, mode, clock, () -> judge);
        } catch (StepFailed unreadable) {
            return new TlsNegotiation(target, mode, clock, () -> {
                throw unreadable;
            });
        }
    }

    TlsSession run(TcpConnection tcp, Peer peer, Deadline deadline) throws IOException, StepFailed, TimeoutException {
        if (target.tls().direct()) {
            return handshake(tcp);
        }
        tcp.socket().getOutputStream().write(SSL_REQUEST);
        int answer = peer.answer(deadline.remaining());
        if (answer == 'S' && !peer.talksOn()) {
            return handshake(tcp);
        }
        if (answer == 'N' && !peer.talksOn()) {
            return inTheClear(tcp);
        }
        throw new StepFailed(
                answer == 'E' ? ForeignProtocol.error(peer.opening()) : new Symptom.Foreign(peer.opening()));
    }

    private TlsSession inTheClear(TcpConnection tcp) throws StepFailed {
        if (mode.demandsTls()) {
            throw new StepFailed(FailureKind.TLS_NOT_OFFERED, "", "the server answered N to the request for TLS");
        }
        var words = "not offered by the server; sslmode=" + mode + " goes on without";
        return TlsSession.plain(tcp, Encryption.none(Offer.NOT_OFFERED, words));
    }

    private TlsSession handshake(TcpConnection tcp) throws IOException, StepFailed {
        var judge = judging.now();
        var socket = new ClientHandshake(target).over(tcp.socket());
        var session = socket.getSession();
        var certificate = judge.judge(ServerCertificate.of(ClientHandshake.shown(socket), session));
        var words = (target.tls().direct() ? "direct, " : "") + certificate.words(clock.instant(), mode);
        var own = ClientHandshake.sent(socket);
        return new TlsSession(
                tcp,
                socket,
                new Encryption(
                        Offer.ENCRYPTED,
                        target.tls().direct(),
                        certificate,
                        own == null ? null : own.getSubjectX500Principal().getName(),
                        own == null ? null : own.getNotAfter().toInstant(),
                        words));
    }
}
