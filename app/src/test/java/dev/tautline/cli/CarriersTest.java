package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CarriersTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Test
    void aCrowdThatWaitsForAClassStopsNobodyElse() throws IOException, InterruptedException {
        var stampede = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClassStampede.class.getName())
                .inheritIO()
                .start();
        try {
            assertThat(stampede.waitFor(TIMEOUT)).isTrue();
            assertThat(stampede.exitValue()).isZero();
        } finally {
            stampede.destroyForcibly();
        }
    }
}
