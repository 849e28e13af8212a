package dev.tautline.probe.name;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Answers questions for addresses of version 4 from a table, and "no such name" to all others.
final class LoopbackNameServer implements AutoCloseable {
    private static final int TYPE_A = 1;

    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
    private final Map<String, String> table;
    private final int timeToLiveSeconds;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    LoopbackNameServer(Map<String, String> table, int timeToLiveSeconds) throws IOException {
        this.table = table;
        this.timeToLiveSeconds = timeToLiveSeconds;
        Thread.ofVirtual().name("name-server").start(this::serve);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /// Names in the order of their first question.
    List<String> asked() {
        return asked.stream().distinct().toList();
    }

    private void serve() {
        try {
            while (true) {
                var packet = new DatagramPacket(new byte[512], 512);
                socket.receive(packet);
                var answer = answer(Arrays.copyOf(packet.getData(), packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private byte[] answer(byte[] question) {
        var in = ByteBuffer.wrap(question).position(12);
        var name = new StringBuilder();
        for (int length = in.get(); length > 0; length = in.get()) {
            var label = new byte[length];
            in.get(label);
            name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
        }
        asked.add(name.toString());
        var known = in.getShort() == TYPE_A ? table.get(name.toString()) : null;
        var out = ByteBuffer.allocate(question.length + 16).put(question);
        out.putShort(2, (short) (known == null ? 0x8183 : 0x8180)).putShort(6, (short) (known == null ? 0 : 1));
        if (known != null) {
            out.putShort((short) 0xc00c)
                    .putShort((short) TYPE_A)
                    .putShort((short) 1)
                    .putInt(timeToLiveSeconds);
            out.putShort((short) 4).put(InetAddress.ofLiteral(known).getAddress());
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    @Override
    public void close() {
        socket.close();
    }
}
