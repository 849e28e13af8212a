package dev.tautline.probe;

import java.net.Socket;
import org.jspecify.annotations.Nullable;

/// Evidence of TLS: the channel over which the conversation goes on, encrypted or not.
///
/// @param channel the socket to read and write; over TLS when `certificate` is there
record TlsSession(
        TcpConnection tcp, Socket channel, @Nullable ServerCertificate certificate, String words) implements Evidence {
    /// A channel in the clear.
    static TlsSession plain(TcpConnection tcp, String words) {
        return new TlsSession(tcp, tcp.socket(), null, words);
    }

    boolean encrypted() {
        return certificate != null;
    }
}
