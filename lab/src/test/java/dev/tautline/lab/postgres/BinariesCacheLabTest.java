package dev.tautline.lab.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lab")
class BinariesCacheLabTest {
    @TempDir
    Path directory;

    @Test
    void racingStartsShareOneCompleteCopy() throws Exception {
        var archive = Platform.current().archive();
        Callable<Binaries> unpacking = () -> new BinariesCache(directory).unpacked(archive);
        var other = new FutureTask<>(unpacking);
        Thread.ofPlatform().start(other);
        var binaries = unpacking.call();
        assertThat(other.get()).isEqualTo(binaries);
        assertThat(Path.of(binaries.postgres())).isExecutable();
        try (var children = Files.list(directory)) {
            assertThat(children).containsExactly(binaries.home());
        }
    }

    @Test
    void cacheHomeOfTheEnvironmentIsUsedElseOneThatTheServersAccountCanReach() {
        var xdg = Map.of("XDG_CACHE_HOME", "/xdg", "HOME", directory.toString());
        assertThat(BinariesCache.standard(xdg, true).directory()).hasToString("/xdg/tautline");
        var home = Map.of("XDG_CACHE_HOME", "", "HOME", directory.toString());
        assertThat(BinariesCache.standard(home, false).directory()).isEqualTo(directory.resolve(".cache/tautline"));
        assertThat(BinariesCache.standard(home, true).directory()).hasToString("/var/cache/tautline");
    }
}
