package dev.tautline.lab.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tautline.lab.net.FreePorts.Range;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreePortsTest {
    private static final InetAddress HOST = InetAddress.getLoopbackAddress();

    @ParameterizedTest
    @CsvSource({
        "32768, 60999, 10081, 32767",
        "16000, 65535, 10081, 15999",
        "1024, 50000, 50001, 65535",
        "10000, 60999, 61000, 65535",
        "1024, 65535, 10081, 32767",
    })
    void picksOutsideTheEphemeralRangeWhereThatLeavesEnough(int first, int last, int lowest, int highest) {
        assertThat(FreePorts.outside(new Range(first, last))).isEqualTo(new Range(lowest, highest));
    }

    @Test
    void knowsTheKernelsOwnRange() throws IOException, InterruptedException {
        var file = "/proc/sys/net/ipv4/ip_local_port_range";
        assumeTrue(Files.exists(Path.of(file)));
        var cat = new ProcessBuilder("cat", file).start();
        var bounds = new String(cat.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                .strip()
                .split("\\s+", 2);
        assertThat(cat.waitFor()).isZero();

        assertThat(new FreePorts(new Random()).range())
                .isEqualTo(FreePorts.outside(new Range(Integer.parseInt(bounds[0]), Integer.parseInt(bounds[1]))));
    }

    @Test
    void leavesPortsToOthers() {
        var seed = 7;
        int free = new FreePorts(new Random(seed)).next(HOST);

        assertThat(new FreePorts(new Random(seed), Set.of(free)).next(HOST)).isNotEqualTo(free);
    }

    @Test
    void givesUpWhenAllAreTaken() {
        var all = IntStream.rangeClosed(1, 65_535).boxed().collect(Collectors.toSet());

        assertThatThrownBy(() -> new FreePorts(RandomGenerator.getDefault(), all).next(HOST))
                .isInstanceOf(NoFreePort.class)
                .hasMessageContaining("tried 100");
    }
}
