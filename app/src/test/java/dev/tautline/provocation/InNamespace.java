package dev.tautline.provocation;

import dev.tautline.probe.Deadline;
import dev.tautline.probe.Ladder;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.Resolver;
import dev.tautline.probe.StepTimeouts;
import dev.tautline.provocation.NameServer.Manner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;

/// Climbs in a network namespace in which nothing works but what [NamespaceTest] has set up, each in its own plight,
/// and prints what the ladder names: `plight kind words`. A program of its own, because a process is in one namespace.
final class InNamespace {
    private static final Duration IMPATIENT = Duration.ofMillis(700);
    private static final int DNS = 53;
    private static final Path LOCAL_PORTS = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

    private InNamespace() {}

    public static void main(String[] args) throws IOException {
        try (var names = new NameServer(DNS);
                var listener = new ServerSocket(0, 9, InetAddress.ofLiteral("127.0.0.1"))) {
            tell("no-such-name", "db.nowhere.test");
            names.become(Manner.FAILS);
            tell("name-server-fails", "db.broken.test");
            names.become(Manner.SILENT);
            tell("name-server-silent", "db.silent.test");
            tell("placeholder", "${DB_HOST}");
            tell("no-route", "10.1.0.1");
            tell("unreachable-route", "10.2.0.1");
            tell("prohibiting-route", "10.3.0.1");
            tell("blackhole-route", "10.4.0.1");
            tellWithoutFiles(listener);
            tellWithoutPorts(listener);
        }
    }

    /// One local port, and a connection that has it. Nothing can be done in this namespace afterwards.
    private static void tellWithoutPorts(ServerSocket listener) throws IOException {
        Files.writeString(LOCAL_PORTS, "40000 40000\n");
        try (var _ = new Socket(listener.getInetAddress(), listener.getLocalPort())) {
            tell("no-port-left", "127.0.0.1", listener.getLocalPort());
        }
    }

    /// The shell has set the limit low.
    private static void tellWithoutFiles(ServerSocket listener) throws IOException {
        var hoard = new ArrayList<Socket>();
        try {
            while (true) {
                var socket = new Socket();
                hoard.add(socket);
                socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            }
        } catch (IOException noFileLeft) {
            tell("no-file-left", "127.0.0.1", listener.getLocalPort());
        }
        for (var socket : hoard) {
            socket.close();
        }
    }

    private static void tell(String plight, String host) {
        tell(plight, host, 5432);
    }

    private static void tell(String plight, String host, int port) {
        var ladder = new Ladder(Clock.systemUTC(), StepTimeouts.each(IMPATIENT), Resolver.system());
        var result = ladder.climb(ProbeTarget.of(host, port, "shop", "app"), Deadline.after(Duration.ofSeconds(5)));
        var failure = result.failure().orElseThrow().failure();
        System.out.println(plight + " " + failure.kind() + " " + failure.words());
    }
}
