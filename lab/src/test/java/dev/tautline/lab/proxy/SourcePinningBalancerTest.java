package dev.tautline.lab.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.lab.proxy.SourcePinningBalancer.Pinning;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SourcePinningBalancerTest {
    private static final InetSocketAddress ANY_FREE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final List<EchoServer> servers = List.of(new EchoServer(0), new EchoServer(1), new EchoServer(2));

    @AfterEach
    void close() throws IOException {
        for (var server : servers) {
            server.close();
        }
    }

    @Test
    void clientComesToTheSameUpstreamEachTimeAndNeighboursSpreadEvenly() throws IOException {
        try (var balancer = open(Pinning.STRICT)) {
            var reached = new ArrayList<Integer>();
            for (var client = 1; client <= 6; client++) {
                var address = InetAddress.getByName("127.0.1." + client);
                var upstream = upstreamOf(balancer, address);
                assertThat(upstream).isEqualTo(balancer.indexFor(address));
                assertThat(upstreamOf(balancer, address)).isEqualTo(upstream);
                reached.add(upstream);
            }
            assertThat(reached.subList(0, 3)).containsExactlyInAnyOrder(0, 1, 2);
            assertThat(reached.subList(3, 6)).isEqualTo(reached.subList(0, 3));
            assertThat(balancer.traffic().accepted()).isEqualTo(12);
        }
    }

    @Test
    void clientOfARefusingUpstreamGoesToTheNextOneAndBack() throws IOException {
        try (var balancer = open(Pinning.NEXT_WHEN_REFUSED)) {
            var client = InetAddress.getByName("127.0.1.1");
            var pinned = balancer.indexFor(client);
            servers.get(pinned).close();
            assertThat(upstreamOf(balancer, client)).isEqualTo((pinned + 1) % 3);
            try (var back = new EchoServer(9)) {
                balancer.retarget(pinned, back.address());
                assertThat(upstreamOf(balancer, client)).isEqualTo(9);
            }
        }
    }

    @Test
    void strictlyPinnedClientOfARefusingUpstreamIsReset() throws IOException {
        try (var balancer = open(Pinning.STRICT)) {
            var client = InetAddress.getByName("127.0.1.1");
            servers.get(balancer.indexFor(client)).close();
            assertThatThrownBy(() -> upstreamOf(balancer, client)).isInstanceOf(SocketException.class);
        }
    }

    private SourcePinningBalancer open(Pinning pinning) {
        return SourcePinningBalancer.open(
                ANY_FREE, servers.stream().map(EchoServer::address).toList(), pinning);
    }

    private static int upstreamOf(SourcePinningBalancer balancer, InetAddress source) throws IOException {
        try (var client = Client.from(source, balancer.address())) {
            return client.read();
        }
    }
}
