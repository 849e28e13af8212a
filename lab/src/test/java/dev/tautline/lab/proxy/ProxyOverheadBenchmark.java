package dev.tautline.lab.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;

/// What the proxy adds to a round trip of 64 bytes, measured in pairs: batches through the proxy and past it
/// alternate in one run, so that a busy machine slows both. Run it as a program; it is not a test because it
/// depends on the machine.
public final class ProxyOverheadBenchmark {
    private static final int WARM_UP_BATCHES = 20;
    private static final int BATCHES = 60;
    private static final int ROUND_TRIPS = 500;
    private static final int MESSAGE_BYTES = 64;

    private ProxyOverheadBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> serve(server));
            var upstream = (InetSocketAddress) server.getLocalSocketAddress();
            try (var proxy = TcpProxy.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), upstream);
                    var direct = Client.to(upstream);
                    var proxied = Client.to(proxy.address())) {
                measure(direct, proxied);
            }
        }
    }

    private static void measure(Client direct, Client proxied) throws IOException {
        var past = new double[BATCHES];
        var through = new double[BATCHES];
        var added = new double[BATCHES];
        for (var batch = -WARM_UP_BATCHES; batch < BATCHES; batch++) {
            var pastMicros = medianMicros(direct);
            var throughMicros = medianMicros(proxied);
            if (batch >= 0) {
                past[batch] = pastMicros;
                through[batch] = throughMicros;
                added[batch] = throughMicros - pastMicros;
            }
        }
        print("direct", past);
        print("proxied", through);
        print("added", added);
    }

    private static double medianMicros(Client client) throws IOException {
        var nanos = new long[ROUND_TRIPS];
        var message = new byte[MESSAGE_BYTES];
        for (var trip = 0; trip < ROUND_TRIPS; trip++) {
            var start = System.nanoTime();
            client.send(message);
            client.read(MESSAGE_BYTES);
            nanos[trip] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[ROUND_TRIPS / 2] / 1_000.0;
    }

    private static void print(String what, double[] micros) {
        Arrays.sort(micros);
        System.out.printf(
                "%-8s median %6.1f µs   p10 %6.1f   p90 %6.1f   (%d batches of %d round trips)%n",
                what, micros[BATCHES / 2], micros[BATCHES / 10], micros[BATCHES * 9 / 10], BATCHES, ROUND_TRIPS);
    }

    private static void serve(ServerSocket server) {
        try {
            while (true) {
                var socket = server.accept();
                socket.setTcpNoDelay(true);
                Thread.ofPlatform().daemon().start(() -> {
                    try (socket) {
                        socket.getInputStream().transferTo(socket.getOutputStream());
                    } catch (IOException over) {
                        // The client has gone.
                    }
                });
            }
        } catch (IOException over) {
            // The run is over.
        }
    }
}
