package dev.tautline.probe.wire;

import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;

/// Our open channel, dressed so that the driver believes it opened it: the driver's start-up message is
/// swallowed, for ours is sent already, and the server's answer to ours is played again.
///
/// This is why one ladder costs the server one connection, and why the time of each layer is free of the
/// driver's own.
public final class HandedOverSocket extends Socket {
    private final Socket channel;
    private final InputStream in;
    private final OutputStream out;

    public HandedOverSocket(Socket channel, byte[] replayed, LoginExchange exchange) throws IOException {
        this.channel = channel;
        this.in = new AuthenticationWatch(
                new SequenceInputStream(new ByteArrayInputStream(replayed), channel.getInputStream()), exchange);
        this.out = new WithoutFirstMessage(channel.getOutputStream(), exchange);
    }

    /// Drops one message that begins with its own length of four bytes.
    private static final class WithoutFirstMessage extends FilterOutputStream {
        private final LoginExchange exchange;
        private int toDrop = Integer.BYTES;
        private int length;
        private int lengthBytes;

        WithoutFirstMessage(OutputStream out, LoginExchange exchange) {
            super(out);
            this.exchange = exchange;
        }

        @Override
        public void write(int b) throws IOException {
            if (toDrop == 0) {
                out.write(b);
                return;
            }
            toDrop--;
            if (lengthBytes < Integer.BYTES) {
                length = (length << Byte.SIZE) | (b & 0xff);
                lengthBytes++;
                toDrop = lengthBytes == Integer.BYTES ? length - Integer.BYTES : toDrop;
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            int at = offset;
            for (; at < offset + count && toDrop > 0; at++) {
                write(bytes[at]);
            }
            if (at < offset + count) {
                out.write(bytes, at, offset + count - at);
                exchange.answered();
            }
        }
    }

    @Override
    public InputStream getInputStream() {
        return in;
    }

    @Override
    public OutputStream getOutputStream() {
        return out;
    }

    @Override
    public boolean isConnected() {
        return channel.isConnected();
    }

    @Override
    public boolean isClosed() {
        return channel.isClosed();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    @Override
    public InetAddress getInetAddress() {
        return channel.getInetAddress();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return channel.getRemoteSocketAddress();
    }

    @Override
    public int getPort() {
        return channel.getPort();
    }

    @Override
    public void setSoTimeout(int timeoutMillis) throws SocketException {
        channel.setSoTimeout(timeoutMillis);
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return channel.getSoTimeout();
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        channel.setTcpNoDelay(on);
    }

    @Override
    public void setKeepAlive(boolean on) throws SocketException {
        channel.setKeepAlive(on);
    }

    @Override
    public int getSendBufferSize() throws SocketException {
        return channel.getSendBufferSize();
    }

    @Override
    public int getReceiveBufferSize() throws SocketException {
        return channel.getReceiveBufferSize();
    }
}
