package dev.tautline.stage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.stage.PortCheck.Wanted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortCheckTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void namesEveryTakenPortWithItsOwner() throws IOException {
        try (var one = listening();
                var two = listening()) {
            var wanted = List.of(wanted("the shop", one.getLocalPort()), wanted("the guard", two.getLocalPort()));

            assertThatThrownBy(() -> PortCheck.refuseTaken(wanted))
                    .isInstanceOf(StageRefused.class)
                    .hasMessageContaining("port %d for the shop".formatted(one.getLocalPort()))
                    .hasMessageContaining("port %d for the guard".formatted(two.getLocalPort()))
                    .hasMessageContaining(
                            "(process %d)".formatted(ProcessHandle.current().pid()));
        }
    }

    @Test
    void acceptsAPortThatHasBecomeFree() throws IOException {
        int port;
        try (var listener = listening()) {
            port = listener.getLocalPort();
        }

        assertThatCode(() -> PortCheck.refuseTaken(List.of(wanted("the shop", port))))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesOnePortForTwoPurposesAndPortsThatDoNotExist() {
        var wanted = List.of(wanted("a", 20_001), wanted("b", 20_001), wanted("c", 0), wanted("d", 65_536));

        assertThatThrownBy(() -> PortCheck.refuseTaken(wanted))
                .hasMessageContaining("port 20001 is wanted for a (--port) and for b (--port)")
                .hasMessageContaining("--port 0: allowed are 1 to 65535")
                .hasMessageContaining("--port 65536: allowed are 1 to 65535");
    }

    @Test
    void takesTheSamePortOnTwoAddressesForTwoPorts() throws IOException {
        try (var listener = new ServerSocket(0, 1, Loopback.ofHost(1))) {
            var other = new Wanted("db-2", "--database-port", Loopback.ofHost(2), listener.getLocalPort());

            assertThatCode(() -> PortCheck.refuseTaken(List.of(other))).doesNotThrowAnyException();
        }
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, LOOPBACK);
    }

    private static Wanted wanted(String purpose, int port) {
        return new Wanted(purpose, "--port", LOOPBACK, port);
    }
}
