package dev.tautline.provocation;

import dev.tautline.probe.Deadline;
import dev.tautline.probe.Ladder;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.Resolver;
import dev.tautline.probe.Scope;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepTimeouts;
import dev.tautline.provocation.NameServer.Manner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
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
            tellOfLargePackets();
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

    /// The shell has made the line, where the machine allows.
    private static void tellOfLargePackets() throws IOException {
        if (NetworkInterface.getByName("near") == null) {
            return;
        }
        dev.tautline.lab.Deadline.in(Duration.ofSeconds(20)).await("the far end to listen", InNamespace::farEndListens);
        // A handshake that is the first of its process takes long on a busy machine.
        var timeouts = StepTimeouts.each(IMPATIENT).with(Step.TLS, Duration.ofSeconds(4));
        tell("large-packets", ProbeTarget.of(FarEnd.ADDRESS, FarEnd.PORT, "shop", "app"), timeouts);
    }

    private static boolean farEndListens() {
        try (var socket = new Socket(FarEnd.ADDRESS, FarEnd.PORT)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
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
        tell(plight, ProbeTarget.of(host, port, "shop", "app"), StepTimeouts.each(IMPATIENT));
    }

    private static void tell(String plight, ProbeTarget target, StepTimeouts timeouts) {
        var ladder = new Ladder(Clock.systemUTC(), timeouts, Resolver.system()).asking(Scope.PROBE);
        var result = ladder.climb(target, Deadline.after(Duration.ofSeconds(20)));
        var failure = result.failure().orElseThrow().failure();
        System.out.println(plight + " " + failure.kind() + " " + failure.words());
    }
}
