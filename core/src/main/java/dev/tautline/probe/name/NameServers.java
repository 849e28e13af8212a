package dev.tautline.probe.name;

import dev.tautline.probe.name.DnsMessage.Answer;
import dev.tautline.probe.name.DnsMessage.RecordType;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Asks name servers over UDP, one after the other, each with the same patience. The numbers of questions
/// come from `random`, so that an answer cannot be guessed from outside.
record NameServers(List<InetSocketAddress> servers, Duration patience, RandomGenerator random) {
    private static final int LONGEST = 4096;
    private static final int IDS = 1 << 16;

    /// Empty when none of them knows an address, or none answers in time.
    Optional<Answer> ask(String name, RecordType type) {
        return servers.stream()
                .map(server -> ask(server, name, type))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Answer> ask(InetSocketAddress server, String name, RecordType type) {
        int id = random.nextInt(IDS);
        var question = DnsMessage.question(id, name, type);
        if (question.isEmpty()) {
            return Optional.empty();
        }
        try (var socket = new DatagramSocket()) {
            // Connected, so that the kernel lets only this server's packets through.
            socket.connect(server);
            socket.setSoTimeout(Math.max(1, (int) patience.toMillis()));
            socket.send(new DatagramPacket(question.get(), question.get().length));
            var packet = new DatagramPacket(new byte[LONGEST], LONGEST);
            socket.receive(packet);
            return DnsMessage.answer(Arrays.copyOf(packet.getData(), packet.getLength()), id, type);
        } catch (IOException unanswered) {
            return Optional.empty();
        }
    }
}
