package dev.tautline.store.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendOnlyFileTest {
    @TempDir
    private Path folder;

    private Path place;
    private SmallDisk disk;

    @BeforeEach
    void open() throws IOException {
        place = folder.resolve("file");
        disk = new SmallDisk(
                FileChannel.open(place, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    @Test
    void whatAFullDiskTookHalfIsGoneBeforeTheNextIsWritten() throws IOException {
        try (var file = new AppendOnlyFile(disk)) {
            file.append(text("first."));
            disk.freeBytes = 3;
            assertThatThrownBy(() -> file.append(text("second."))).hasMessageContaining("No space left");
            assertThatThrownBy(() -> file.append(text("third."))).hasMessageContaining("No space left");
            assertThat(file.broken()).isNotNull();

            disk.freeBytes = 1000;
            file.append(text("fourth."));

            assertThat(file.broken()).isNull();
            assertThat(Files.readString(place)).isEqualTo("first.fourth.");
        }
    }

    @Test
    void aFailedSyncIsNoSuccessAndIsNotTriedAgainOnTheSamePages() throws IOException {
        try (var file = new AppendOnlyFile(disk)) {
            file.append(text("first."));
            disk.syncFails = true;
            assertThatThrownBy(() -> file.append(text("second."))).hasMessageContaining("cannot sync");
            disk.syncFails = false;

            file.append(text("third."));

            assertThat(Files.readString(place)).isEqualTo("first.third.");
        }
    }

    private static ByteBuffer text(String text) {
        return ByteBuffer.wrap(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
