package dev.tautline.lab.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.lab.proxy.ProxyFault.AcceptThenSilence;
import dev.tautline.lab.proxy.ProxyFault.BandwidthCap;
import dev.tautline.lab.proxy.ProxyFault.Latency;
import dev.tautline.lab.proxy.ProxyFault.NoSynAnswer;
import dev.tautline.lab.proxy.ProxyFault.Refuse;
import dev.tautline.lab.proxy.ProxyFault.Reset;
import dev.tautline.lab.proxy.ProxyFault.Stall;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Each fault: what a client sees while it is in force, that existing connections feel it or not, and that
/// it heals.
class ProxyFaultTest {
    private static final int SERVER = 7;
    private static final Duration SHORT = Duration.ofMillis(300);

    private EchoServer server;
    private TcpProxy proxy;
    private Client existing;

    @BeforeEach
    void open() throws IOException {
        server = new EchoServer(SERVER);
        proxy = TcpProxy.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), server.address());
        existing = Client.to(proxy.address());
        assertThat(existing.read()).isEqualTo(SERVER);
    }

    @AfterEach
    void close() throws IOException {
        existing.close();
        proxy.close();
        server.close();
    }

    @Test
    void refuseClosesThePortAndHealsOnTheSameOne() throws IOException {
        try (var _ = proxy.inject(new Refuse())) {
            assertThatThrownBy(() -> Client.to(proxy.address()))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("refused");
            assertEchoes(existing);
        }
        assertNewConnectionWorks();
    }

    @Test
    void noSynAnswerLetsConnectTimeOutRatherThanBeRefused() throws IOException {
        try (var _ = proxy.inject(new NoSynAnswer())) {
            for (var attempt = 0; attempt < 3; attempt++) {
                assertThatThrownBy(() -> Client.to(proxy.address(), SHORT))
                        .isInstanceOf(SocketTimeoutException.class)
                        .hasMessageContaining("Connect timed out");
            }
            assertEchoes(existing);
        }
        assertNewConnectionWorks();
    }

    @Test
    void noSynAnswerCanBeInjectedAgainAfterHealing() throws IOException {
        for (var round = 0; round < 3; round++) {
            try (var _ = proxy.inject(new NoSynAnswer())) {
                assertThatThrownBy(() -> Client.to(proxy.address(), SHORT)).isInstanceOf(SocketTimeoutException.class);
            }
            assertNewConnectionWorks();
        }
        assertThat(proxy.traffic().accepted())
                .as("without the fillers of the queue")
                .isEqualTo(1 + 3);
    }

    @Test
    void acceptThenSilenceForwardsWhatWasSentOnceHealed() throws IOException {
        var silence = proxy.inject(new AcceptThenSilence());
        try (var client = Client.to(proxy.address())) {
            client.send((byte) 42);
            assertThatThrownBy(() -> client.patience(SHORT).read()).isInstanceOf(SocketTimeoutException.class);
            assertEchoes(existing);
            silence.close();
            assertThat(client.patience(Client.PATIENCE).read(2)).containsExactly(SERVER, 42);
        }
    }

    @Test
    void resetEndsExistingAndNewConnections() throws IOException {
        try (var _ = proxy.inject(new Reset())) {
            assertThatThrownBy(existing::read)
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
            // The reset may come before the client's connect has returned.
            assertThatThrownBy(this::connectAndRead)
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
        assertNewConnectionWorks();
    }

    @Test
    void latencyDelaysARoundTripAndEndsWhenHealed() throws IOException {
        var delay = Duration.ofMillis(80);
        try (var _ = proxy.inject(Latency.roundTrip(delay, Duration.ZERO))) {
            assertThat(roundTrip(existing)).isGreaterThanOrEqualTo(delay);
        }
        assertThat(fastestOf(20)).isLessThan(delay);
    }

    @Test
    void latencyOfOneDirectionDelaysOnlyThatOne() throws IOException {
        var slow = Duration.ofSeconds(30);
        try (var _ = proxy.inject(new Latency(Duration.ZERO, slow, Duration.ZERO))) {
            existing.send((byte) 42);
            assertThatThrownBy(() -> existing.patience(SHORT).read()).isInstanceOf(SocketTimeoutException.class);
            assertThat(proxy.traffic().bytesToUpstream()).isEqualTo(1);
        }
        // Healing does not leave behind what was under way.
        assertThat(existing.patience(Client.PATIENCE).read()).isEqualTo(42);
    }

    @Test
    void latencyKeepsManyChunksUnderWay() throws IOException {
        var delay = Duration.ofMillis(100);
        var chunks = 50;
        try (var _ = proxy.inject(new Latency(delay, Duration.ZERO, Duration.ofMillis(10)))) {
            var start = System.nanoTime();
            var sent = new byte[chunks];
            for (var chunk = 0; chunk < chunks; chunk++) {
                sent[chunk] = (byte) chunk;
                existing.send(sent[chunk]);
            }
            assertThat(existing.read(chunks)).isEqualTo(sent);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("%d chunks one after another would take %d times the delay", chunks, chunks)
                    .isLessThan(delay.multipliedBy(chunks / 2));
        }
    }

    @Test
    void bandwidthCapStretchesATransfer() throws IOException {
        var bytes = 100_000;
        try (var _ = proxy.inject(new BandwidthCap(200_000))) {
            var start = System.nanoTime();
            existing.send(new byte[bytes]);
            existing.read(bytes);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(450));
        }
        assertEchoes(existing);
    }

    @Test
    void stallHoldsOneDirectionAndDeliversOnceHealed() throws IOException {
        try (var _ = proxy.inject(new Stall(Direction.TO_CLIENT))) {
            existing.send((byte) 1, (byte) 2);
            assertThatThrownBy(() -> existing.patience(SHORT).read()).isInstanceOf(SocketTimeoutException.class);
            assertThat(proxy.traffic().bytesToUpstream()).isEqualTo(2);
        }
        assertThat(existing.patience(Client.PATIENCE).read(2)).containsExactly(1, 2);
    }

    @Test
    void faultsInForceTogetherHealOneByOne() throws IOException {
        var refuse = proxy.inject(new Refuse());
        var silent = proxy.inject(new NoSynAnswer());
        assertThatThrownBy(() -> Client.to(proxy.address(), SHORT)).isInstanceOf(ConnectException.class);
        refuse.close();
        assertThatThrownBy(() -> Client.to(proxy.address(), SHORT)).isInstanceOf(SocketTimeoutException.class);
        silent.close();
        silent.close();
        assertNewConnectionWorks();
    }

    @Test
    void quantitiesThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new BandwidthCap(0)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> Latency.roundTrip(Duration.ofMillis(-1), Duration.ZERO))
                .hasMessageContaining("negative");
    }

    private int connectAndRead() throws IOException {
        try (var client = Client.to(proxy.address())) {
            return client.read();
        }
    }

    private void assertNewConnectionWorks() throws IOException {
        try (var client = Client.to(proxy.address())) {
            assertThat(client.read()).isEqualTo(SERVER);
            assertEchoes(client);
        }
    }

    private static void assertEchoes(Client client) throws IOException {
        client.send((byte) 99);
        assertThat(client.read()).isEqualTo(99);
    }

    private static Duration roundTrip(Client client) throws IOException {
        var start = System.nanoTime();
        assertEchoes(client);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private Duration fastestOf(int attempts) throws IOException {
        var fastest = roundTrip(existing);
        for (var attempt = 1; attempt < attempts; attempt++) {
            var next = roundTrip(existing);
            fastest = next.compareTo(fastest) < 0 ? next : fastest;
        }
        return fastest;
    }
}
