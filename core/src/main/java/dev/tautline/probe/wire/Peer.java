package dev.tautline.probe.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/// Whoever answers at the other end, until it has proven to be PostgreSQL. Not safe for several threads.
public final class Peer {
    /// An HTTP or another line-based server waits for the end of a line before it shows itself.
    private static final byte[] END_OF_LINES = {'\r', '\n', '\r', '\n'};
    /// The nudge spoils the conversation with a merely slow server, so it comes when 3/4 of the time are over; a web
    /// server that is far away needs the rest to answer.
    private static final int LAST_QUARTER = 4;

    private static final int LONGEST_OPENING = 80;
    private static final Duration REST_OF_OPENING = Duration.ofMillis(50);

    private final Socket socket;
    private final InputStream in;
    private final StringBuilder opening = new StringBuilder();
    private boolean isPooler;

    public Peer(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    /// At least one byte came: a process of its own, not only a kernel, is at the other end.
    public boolean heard() {
        return !opening.isEmpty();
    }

    /// The session was opened as a process that no machine has: only a pooler makes up its own.
    public void becamePooler() {
        isPooler = true;
    }

    public boolean isPooler() {
        return isPooler;
    }

    /// The answer to a request for TLS.
    ///
    /// @param patience how long to wait for it in all
    /// @throws TimeoutException when PostgreSQL's answer came too late to go on with
    public int answer(Duration patience) throws IOException, TimeoutException {
        socket.setSoTimeout(millis(patience.minus(patience.dividedBy(LAST_QUARTER))));
        try {
            return read();
        } catch (SocketTimeoutException e) {
            return nudge();
        }
    }

    private int nudge() throws IOException, TimeoutException {
        socket.setSoTimeout(0);
        socket.getOutputStream().write(END_OF_LINES);
        int late = read();
        if ((late == 'S' || late == 'N') && !talksOn()) {
            throw new TimeoutException("the answer to the request for TLS came late");
        }
        return late;
    }

    private int read() throws IOException {
        int first = in.read();
        if (first < 0) {
            throw new EOFException("the connection was closed without a byte");
        }
        socket.setSoTimeout(0);
        hear(first);
        return first;
    }

    /// Notes a byte that was read elsewhere.
    public void hear(int first) {
        opening.append((char) first);
    }

    /// What came so far.
    public String heardSoFar() {
        return opening.toString();
    }

    /// More is there already. After its one byte of answer PostgreSQL waits for us. Whatever talks on is something
    /// else, or somebody in between who slips in bytes that would later pass for encrypted ones (CVE-2021-23222).
    public boolean talksOn() throws IOException {
        return in.available() > 0;
    }

    /// The first bytes, one per character: what came so far and what comes within a moment.
    public String opening() throws IOException {
        socket.setSoTimeout(millis(REST_OF_OPENING));
        var more = new byte[LONGEST_OPENING];
        try {
            int count = in.read(more);
            opening.append(new String(more, 0, Math.max(0, count), StandardCharsets.ISO_8859_1));
        } catch (SocketTimeoutException nothingMore) {
            return opening.toString();
        }
        return opening.toString();
    }

    private static int millis(Duration duration) {
        return Math.max(1, (int) duration.toMillis());
    }
}
