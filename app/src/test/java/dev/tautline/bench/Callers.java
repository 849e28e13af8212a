package dev.tautline.bench;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/// HTTP clients on loopback addresses of their own: the shop takes at most 120 orders a minute from one address, and
/// more customers than one are meant here. Thread-safe.
final class Callers implements AutoCloseable {
    private static final int ORDERS_EACH = 100;

    /// By then each order of an earlier client has been answered.
    private static final int CLIENTS_KEPT = 20;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final AtomicLong orders = new AtomicLong();
    private final ConcurrentMap<Long, HttpClient> clients = new ConcurrentHashMap<>();

    /// The client that sends the next order.
    HttpClient next() {
        long number = orders.getAndIncrement() / ORDERS_EACH;
        return clients.computeIfAbsent(number, this::open);
    }

    static HttpClient plain() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
    }

    private HttpClient open(long number) {
        var former = clients.get(number - CLIENTS_KEPT);
        if (former != null) {
            former.shutdown();
        }
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(address(number))
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
    }

    private static InetAddress address(long number) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 88, (byte) (number / 250), (byte) (1 + number % 250)});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    @Override
    public void close() {
        clients.values().forEach(HttpClient::shutdownNow);
    }
}
