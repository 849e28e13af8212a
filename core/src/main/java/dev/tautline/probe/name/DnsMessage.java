package dev.tautline.probe.name;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One question to a name server and the part of its answer that matters here (RFC 1035, section 4).
final class DnsMessage {
    /// Record types that hold addresses.
    enum RecordType {
        A(1, 4),
        AAAA(28, 16);

        private final int code;
        private final int bytes;

        RecordType(int code, int bytes) {
            this.code = code;
            this.bytes = bytes;
        }
    }

    /// @param timeToLive the shortest on the way, aliases included
    record Answer(List<InetAddress> addresses, Duration timeToLive) {}

    private static final int RECURSION_DESIRED = 0x0100;
    private static final int IS_ANSWER = 0x8000;
    private static final int INTERNET = 1;
    private static final int LONGEST_LABEL = 63;
    private static final int POINTER = 0xc0;
    private static final int UNSIGNED_SHORT = 0xffff;

    private DnsMessage() {}

    /// Empty when the name cannot be asked for.
    static Optional<byte[]> question(int id, String name, RecordType type) {
        var message = ByteBuffer.allocate(512);
        message.putShort((short) id).putShort((short) RECURSION_DESIRED);
        message.putShort((short) 1).putShort((short) 0).putInt(0);
        if (name.length() > 250) {
            return Optional.empty();
        }
        for (var label : name.split("\\.", -1)) {
            var bytes = label.getBytes(StandardCharsets.UTF_8);
            if (bytes.length == 0 || bytes.length > LONGEST_LABEL) {
                return Optional.empty();
            }
            message.put((byte) bytes.length).put(bytes);
        }
        message.put((byte) 0).putShort((short) type.code).putShort((short) INTERNET);
        var exact = new byte[message.position()];
        message.flip().get(exact);
        return Optional.of(exact);
    }

    /// Empty when it answers another question, cannot be read, or knows no address of this type.
    static Optional<Answer> answer(byte[] bytes, int id, RecordType type) {
        try {
            return read(ByteBuffer.wrap(bytes), id, type);
        } catch (BufferUnderflowException | IllegalArgumentException | UnknownHostException garbled) {
            return Optional.empty();
        }
    }

    private static Optional<Answer> read(ByteBuffer message, int id, RecordType type) throws UnknownHostException {
        boolean ours = (message.getShort() & UNSIGNED_SHORT) == id && (message.getShort() & IS_ANSWER) != 0;
        int questions = message.getShort() & UNSIGNED_SHORT;
        int records = message.getShort() & UNSIGNED_SHORT;
        message.getInt();
        for (int i = 0; i < questions; i++) {
            skipName(message);
            message.getInt();
        }
        var addresses = new ArrayList<InetAddress>();
        long shortest = Long.MAX_VALUE;
        for (int i = 0; ours && i < records; i++) {
            skipName(message);
            int kind = message.getShort() & UNSIGNED_SHORT;
            message.getShort();
            long seconds = message.getInt() & 0xffff_ffffL;
            var data = new byte[message.getShort() & UNSIGNED_SHORT];
            message.get(data);
            shortest = Math.min(shortest, seconds);
            if (kind == type.code && data.length == type.bytes) {
                addresses.add(InetAddress.getByAddress(data));
            }
        }
        return addresses.isEmpty()
                ? Optional.empty()
                : Optional.of(new Answer(List.copyOf(addresses), Duration.ofSeconds(shortest)));
    }

    /// Labels up to an empty one, or up to a pointer, which is the end of a name where it stands.
    private static void skipName(ByteBuffer message) {
        for (int length = message.get() & 0xff; length != 0; length = message.get() & 0xff) {
            if (length >= POINTER) {
                message.get();
                return;
            }
            message.position(message.position() + length);
        }
    }
}
