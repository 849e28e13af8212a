package dev.tautline.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageDirectoryTest {
    @TempDir
    private Path place;

    @Test
    void isForOneStageAtATime() {
        var root = place.resolve("data");
        try (var held = StageDirectory.keptAt(root)) {
            assertThatThrownBy(() -> StageDirectory.keptAt(root))
                    .isInstanceOf(StageRefused.class)
                    .hasMessageContaining(held.root().toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        StageDirectory.keptAt(root).close();
    }

    @Test
    void leavesNothingBehindWhereItMayNotBe() throws IOException {
        var file = Files.createFile(place.resolve("file"));

        assertThatThrownBy(() -> StageDirectory.keptAt(file.resolve("data")))
                .isInstanceOf(StageRefused.class)
                .hasMessageContaining("--data");
        try (var left = Files.list(place)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void deletesATemporaryOneWhenClosed() {
        var directory = StageDirectory.temporary();
        assertThat(directory.root()).isDirectory();

        directory.close();

        assertThat(directory.root()).doesNotExist();
    }

    @Test
    void forgetsWhatItsProgramsKeptAndNothingElse() throws IOException {
        var root = place.resolve("data");
        try (var directory = StageDirectory.keptAt(root)) {
            Files.createFile(directory.passwords());
            for (var name :
                    List.of("guard/history/history.db", "shop-1/data/orders.journal", "shop-12/application.yml")) {
                Files.createDirectories(root.resolve(name).getParent());
                Files.createFile(root.resolve(name));
            }
            Files.createFile(root.resolve("shop-plans.txt"));

            directory.empty();

            try (var left = Files.list(root)) {
                assertThat(left.map(path -> path.getFileName().toString()))
                        .containsExactlyInAnyOrder("lock", "owner", "logs", "shop-plans.txt");
            }
        }
    }

    @Test
    void keepsPasswordsForItsOwnerOnly() throws IOException {
        var file = place.resolve("passwords");
        var first = Passwords.in(file, new SecureRandom());
        var second = Passwords.in(file, new SecureRandom());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        for (var use : Passwords.Use.values()) {
            assertThat(second.of(use)).isEqualTo(first.of(use));
            assertThat(first.of(use).reveal()).hasSize(64);
        }
    }
}
