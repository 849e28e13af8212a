package dev.tautline.probe;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.postgresql.ssl.LibPQFactory;
import org.postgresql.util.PSQLException;

/// Shakes hands with the driver's own TLS, and keeps the certificates that were shown, so that one which must
/// be refused can still be described. Nothing is sent before [CertificateJudge] has spoken.
record ClientHandshake(ProbeTarget target) {
    /// The name by which servers of version 17 and newer know that a direct handshake is meant for them (IANA's
    /// registry of ALPN names).
    private static final String PROTOCOL = "postgresql";

    /// A TLS socket on top of `socket`; closing the lower one ends a handshake that hangs.
    SSLSocket over(Socket socket) throws IOException, StepFailed {
        demandEndOfFiles();
        try {
            var factory = new LibPQFactory(target.tls().driverProperties());
            var layered =
                    (SSLSocket) factory.createSocket(new PatientSocket(socket), target.host(), target.port(), true);
            var parameters = layered.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {PROTOCOL});
            layered.setSSLParameters(parameters);
            handshake(layered, factory);
            return layered;
        } catch (PSQLException unreadable) {
            throw new StepFailed(FailureKind.CLIENT_KEY_UNREADABLE, "", String.valueOf(unreadable.getMessage()));
        }
    }

    private void demandEndOfFiles() throws StepFailed {
        try {
            new ClientFile(target.tls().certificateFile()).demandEnd();
            new ClientFile(target.tls().keyFile()).demandEnd();
        } catch (IOException e) {
            throw new StepFailed(FailureKind.CLIENT_KEY_UNREADABLE, "", String.valueOf(e.getMessage()));
        }
    }

    private void handshake(SSLSocket socket, LibPQFactory factory) throws IOException, StepFailed, PSQLException {
        try {
            socket.startHandshake();
        } catch (IOException e) {
            // A key that cannot be read is kept back until somebody asks.
            factory.throwKeyManagerException();
            throw failed(e);
        }
        factory.throwKeyManagerException();
        if (target.tls().direct() && !PROTOCOL.equals(socket.getApplicationProtocol())) {
            throw new StepFailed(
                    FailureKind.DIRECT_TLS_NOT_SPOKEN, "", "TLS, but not for PostgreSQL (ALPN was not answered)");
        }
    }

    /// Who speaks TLS refuses by an alert; whoever does not, hangs up or talks on in words of its own.
    private StepFailed failed(IOException e) throws IOException {
        var words = String.valueOf(e.getMessage());
        if (target.tls().direct() && !words.contains("alert")) {
            return new StepFailed(FailureKind.DIRECT_TLS_NOT_SPOKEN, "", words);
        }
        if (e.getCause() instanceof EOFException || Errno.of(e) == Errno.ECONNRESET) {
            var code = e.getCause() instanceof EOFException ? Errno.EOF : Errno.ECONNRESET;
            return new StepFailed(FailureKind.TLS_HUNG_UP, code.name(), words);
        }
        if (e instanceof SSLException) {
            return new StepFailed(TlsAlerts.aboutOurCertificate(e).orElse(FailureKind.TLS_HANDSHAKE_FAILED), "", words);
        }
        throw e;
    }

    /// The server's own certificate first.
    static List<X509Certificate> shown(SSLSocket socket) throws SSLPeerUnverifiedException {
        return certificates(socket.getSession().getPeerCertificates());
    }

    /// Ours, if the server asked for one and there was one to send.
    static @Nullable X509Certificate sent(SSLSocket socket) {
        var own = certificates(socket.getSession().getLocalCertificates());
        return own.isEmpty() ? null : own.getFirst();
    }

    private static List<X509Certificate> certificates(Certificate @Nullable [] any) {
        var all = new ArrayList<X509Certificate>();
        for (var certificate : any == null ? new Certificate[0] : any) {
            if (certificate instanceof X509Certificate x509) {
                all.add(x509);
            }
        }
        return all;
    }
}
