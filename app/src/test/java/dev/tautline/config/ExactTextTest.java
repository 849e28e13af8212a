package dev.tautline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExactTextTest {
    @TempDir
    private Path folder;

    @Test
    void aFileThatChangedSinceItWasReadIsLeftAlone() throws IOException {
        var file = Files.writeString(folder.resolve("a.yml"), "theirs");

        assertThat(ExactText.replace(file, "ours", "mended")).isFalse();
        assertThat(file).content().isEqualTo("theirs");
        assertThat(ExactText.replace(file, "theirs", "mended")).isTrue();
        assertThat(file).content().isEqualTo("mended");
    }

    @Test
    void bytesThatAreNotUtf8AreNoTextToEdit() throws IOException {
        var file = Files.write(folder.resolve("a.yml"), new byte[] {'a', (byte) 0xE4});

        assertThat(ExactText.of(file)).isEmpty();
        assertThat(ExactText.of(folder.resolve("absent"))).isEmpty();
    }
}
