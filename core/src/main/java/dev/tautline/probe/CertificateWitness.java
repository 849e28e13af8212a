package dev.tautline.probe;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// Lets the handshake through and keeps the certificates that were shown, so that one which must be refused can still
/// be described. Nothing is sent before [CertificateJudge] has spoken.
final class CertificateWitness extends X509ExtendedTrustManager {
    private volatile List<X509Certificate> chain = List.of();

    /// A TLS socket on top of `socket`; closing the lower one ends a handshake that hangs.
    SSLSocket layer(Socket socket, ProbeTarget target) throws IOException {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return (SSLSocket) context.getSocketFactory().createSocket(socket, target.host(), target.port(), true);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot do TLS", e);
        }
    }

    /// The server's own certificate first; empty before the handshake.
    List<X509Certificate> chain() {
        return chain;
    }

    private void see(X509Certificate[] shown) {
        chain = List.of(shown);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType, Socket socket) {
        see(shown);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType, SSLEngine engine) {
        see(shown);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType) {
        see(shown);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType, Socket socket) {
        throw new UnsupportedOperationException("we are never the server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType, SSLEngine engine) {
        throw new UnsupportedOperationException("we are never the server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType) {
        throw new UnsupportedOperationException("we are never the server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
