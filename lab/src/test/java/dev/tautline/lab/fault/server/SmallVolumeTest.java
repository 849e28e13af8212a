package dev.tautline.lab.fault.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tautline.lab.Deadline;
import dev.tautline.lab.fault.Feasibility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallVolumeTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @BeforeEach
    void mayMount() {
        assumeTrue(SmallVolume.feasible() instanceof Feasibility.Possible, "mounting needs root");
    }

    @Test
    void whatWasThereIsThereAgain(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("tables"));
        Files.writeString(folder.resolve("tables").resolve("1"), "rows");

        try (var volume = SmallVolume.over(folder, 1 << 20)) {
            volume.fill(0);
            assertThat(mounted(folder)).isTrue();
            assertThat(folder.resolve("tables")).isEmptyDirectory();
        }

        assertThat(mounted(folder)).isFalse();
        assertThat(folder.resolve("tables").resolve("1")).hasContent("rows");
    }

    @Test
    void goesWithALabThatIsKilled(@TempDir Path folder) throws Exception {
        Files.createDirectory(folder.resolve("tables"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var owner = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Owner.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(owner.inputReader().readLine()).isEqualTo("mounted");
            assertThat(mounted(folder)).isTrue();
        } finally {
            owner.destroyForcibly().waitFor();
        }

        Deadline.in(SOON).await("the volume to be taken away", () -> !mounted(folder));
    }

    private static boolean mounted(Path folder) {
        try {
            return Files.readString(Path.of("/proc/mounts")).contains(" " + folder + " ");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// A lab that a test may kill.
    static final class Owner {
        private Owner() {}

        public static void main(String[] folder) throws IOException {
            var volume = SmallVolume.over(Path.of(folder[0]), 1 << 20);
            System.out.println("mounted");
            var _ = System.in.read();
            volume.close();
        }
    }
}
