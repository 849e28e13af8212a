package dev.tautline.probe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PatientSocketTest {
    @Test
    void isReadAfterThePeerHasHungUpOnWhatWasWritten() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var plain = new Socket(server.getInetAddress(), server.getLocalPort());
                var patient = new PatientSocket(plain)) {
            try (var peer = server.accept()) {
                peer.getOutputStream().write("no\n".getBytes(US_ASCII));
            }
            plain.setSoTimeout(10_000);

            writeUntilRefused(plain);
            patient.getOutputStream().write(new byte[1000]);

            assertThat(patient.getInputStream().readNBytes(3)).isEqualTo("no\n".getBytes(US_ASCII));
        }
    }

    @Test
    void failsWhenItWasClosedOnThisSide() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var patient = new PatientSocket(new Socket(server.getInetAddress(), server.getLocalPort()))) {
            var out = patient.getOutputStream();
            patient.close();

            assertThatThrownBy(() -> out.write(1)).isInstanceOf(SocketException.class);
        }
    }

    /// The peer's system refuses the first bytes that come after its end, and says so; writes fail from then on.
    private static void writeUntilRefused(Socket plain) {
        assertThatThrownBy(() -> {
                    while (true) {
                        plain.getOutputStream().write(new byte[1000]);
                    }
                })
                .isInstanceOf(SocketException.class);
    }
}
