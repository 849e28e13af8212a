package dev.tautline.lab.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.lab.Deadline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {
    private static final int MANY_BYTES = 8 * 1024 * 1024;
    private static final int SERVER = 7;

    private EchoServer server;
    private TcpProxy proxy;

    @BeforeEach
    void open() throws IOException {
        server = new EchoServer(SERVER);
        proxy = TcpProxy.open(new InetSocketAddress(InetAddress.getByName("127.0.0.9"), 0), server.address());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void passesMegabytesUnchangedInBothDirectionsAndHalfCloses() throws Exception {
        var sent = new byte[MANY_BYTES];
        new Random(20_261_121).nextBytes(sent);
        try (var client = Client.to(proxy.address())) {
            assertThat(client.read()).isEqualTo(SERVER);
            var received = inBackground(() -> client.read(MANY_BYTES));
            client.send(sent);
            client.endOutput();
            assertThat(received.get()).isEqualTo(sent);
            assertThat(client.read()).isEqualTo(-1);
        }
        assertThat(server.endings()).isEmpty();
    }

    @Test
    void countsConnectionsAndBytes() throws IOException {
        try (var client = Client.to(proxy.address())) {
            client.send((byte) 1, (byte) 2);
            assertThat(client.read(3)).containsExactly(SERVER, 1, 2);
            assertThat(proxy.traffic()).isEqualTo(new Traffic(1, 1, 2, 3));
        }
        Deadline.in(Client.PATIENCE)
                .await("the connection to end", () -> proxy.traffic().open() == 0);
    }

    @Test
    void listensOnTheAskedLoopbackAddress() {
        assertThat(proxy.address().getAddress().getHostAddress()).isEqualTo("127.0.0.9");
        assertThat(proxy.address().getPort()).isPositive();
    }

    @Test
    void takenPortIsNamed() {
        assertThatThrownBy(() -> TcpProxy.open(proxy.address(), server.address()))
                .isInstanceOf(ProxyFailed.class)
                .hasMessageContaining(Integer.toString(proxy.address().getPort()));
    }

    @Test
    void retargetSendsNewConnectionsElsewhereAndKeepsExistingOnes() throws IOException {
        try (var other = new EchoServer(SERVER + 1);
                var early = Client.to(proxy.address())) {
            assertThat(early.read()).isEqualTo(SERVER);
            proxy.retarget(other.address());
            try (var late = Client.to(proxy.address())) {
                assertThat(late.read()).isEqualTo(SERVER + 1);
            }
            early.send((byte) 42);
            assertThat(early.read()).isEqualTo(42);
        }
    }

    @Test
    void droppedConnectionsAreResetOnBothSides() throws IOException {
        try (var client = Client.to(proxy.address())) {
            assertThat(client.read()).isEqualTo(SERVER);
            proxy.dropConnections();
            assertThatThrownBy(client::read).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        }
        Deadline.in(Client.PATIENCE)
                .await("the server to see the reset", () -> !server.endings().isEmpty());
        assertThat(server.endings().getFirst()).hasMessageContaining("reset");
    }

    @Test
    void clientOfAnUnreachableUpstreamIsReset() throws IOException {
        server.close();
        assertThatThrownBy(this::connectAndRead)
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }

    @Test
    void closedProxyRefuses() {
        proxy.close();
        assertThatThrownBy(() -> Client.to(proxy.address())).hasMessageContaining("refused");
    }

    /// In one, since a reset may come before connect has returned.
    private int connectAndRead() throws IOException {
        try (var client = Client.to(proxy.address())) {
            return client.read();
        }
    }

    private static <T> FutureTask<T> inBackground(Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return task;
    }
}
