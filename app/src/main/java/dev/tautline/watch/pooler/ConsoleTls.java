package dev.tautline.watch.pooler;

import java.io.IOException;
import java.net.Socket;
import java.util.Properties;
import javax.net.ssl.SSLSocket;
import org.postgresql.ssl.LibPQFactory;
import org.postgresql.util.PSQLException;

/// TLS to the console as pgjdbc speaks it, by the same properties; what is sent passes [FirstStatement] before it is
/// encrypted. Public only because the driver makes it by name.
public final class ConsoleTls extends LibPQFactory {
    /// @param properties the driver's: `sslmode`, `sslrootcert` and their like
    public ConsoleTls(Properties properties) throws PSQLException {
        super(properties);
    }

    @Override
    public Socket createSocket(Socket under, String host, int port, boolean closeUnder) throws IOException {
        return new ConsoleTlsSocket((SSLSocket) super.createSocket(under, host, port, closeUnder));
    }
}
