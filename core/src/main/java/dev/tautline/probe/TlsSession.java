package dev.tautline.probe;

import dev.tautline.probe.evidence.Encryption;
import java.net.Socket;

/// The rung TLS: the channel over which the conversation goes on, encrypted or not.
///
/// @param channel the socket to read and write; over TLS when there is a certificate
record TlsSession(TcpConnection tcp, Socket channel, Encryption evidence) implements Rung {
    /// A channel in the clear.
    static TlsSession plain(TcpConnection tcp, Encryption none) {
        return new TlsSession(tcp, tcp.socket(), none);
    }

    boolean encrypted() {
        return evidence.certificate() != null;
    }
}
