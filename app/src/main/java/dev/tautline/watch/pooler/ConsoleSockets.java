package dev.tautline.watch.pooler;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.net.SocketFactory;

/// Lets pgjdbc log in to the console of PgBouncer. The driver (42.7.14) begins each session with a `SET` when the other
/// side calls itself older than PostgreSQL 12, as the console does with its own version; the console grants `SET` to
/// its administrators only. The guard needs no administrator, so a `SHOW` of the same length takes the place of that
/// statement. Public only because the driver makes it by name.
public final class ConsoleSockets extends SocketFactory {
    private static final Pattern FIRST_SET = Pattern.compile("SET extra_float_digits = \\d");
    private static final String SHOW = "SHOW VERSION              ";

    @Override
    public Socket createSocket() {
        return new ConsoleSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw unconnectedOnly();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        throw unconnectedOnly();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw unconnectedOnly();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        throw unconnectedOnly();
    }

    private static IOException unconnectedOnly() {
        return new IOException("the driver connects its sockets itself");
    }

    private static final class ConsoleSocket extends Socket {
        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int offset, int count) throws IOException {
                    var sent = new String(bytes, offset, count, StandardCharsets.ISO_8859_1);
                    out.write(FIRST_SET.matcher(sent).replaceFirst(SHOW).getBytes(StandardCharsets.ISO_8859_1));
                }
            };
        }
    }
}
