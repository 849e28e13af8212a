package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The start-up cache: made behind the first command, used by the next, dropped when it no longer fits.
class LauncherCacheTest {
    private static final Map<String, String> CACHED = Map.of("TAUT_AOT", "on");

    private MiniRepository repository;
    private Path cache;

    @BeforeEach
    void layOut(@TempDir Path folder) throws Exception {
        repository = new MiniRepository(folder);
        repository.jdk("jdk-25", "25.0.3");
        repository.taut();
        repository.dateBuildAfterSources();
        cache = repository.work().resolve("taut.aot");
    }

    @Test
    void isMadeInTheBackgroundAndUsedByTheNextCommand() throws Exception {
        makeCache();
        assertThat(repository.taut(CACHED).out()).contains("-XX:AOTCache=" + cache.toRealPath());
    }

    @Test
    void isLeftAloneWhenSwitchedOff() throws Exception {
        makeCache();
        assertThat(repository.taut(Map.of("TAUT_AOT", "off")).out()).doesNotContain("AOTCache");
    }

    @Test
    void isMadeAnewForAnotherJdk() throws Exception {
        makeCache();
        repository.jdk("jdk-25", "25.0.4");
        assertThat(repository.taut(CACHED).out()).doesNotContain("AOTCache");
        awaitCache();
    }

    @Test
    void isMadeAnewForAnotherJar() throws Exception {
        makeCache();
        repository.touch("app/target/taut.jar");
        assertThat(repository.taut(CACHED).out()).doesNotContain("AOTCache");
        awaitCache();
    }

    @Test
    void isNotTriedAgainAfterAFailure() throws Exception {
        repository.jdk("jdk-25", "25.0.3");
        MiniRepository.script(repository.jdks.resolve("jdk-25/bin/java"), """
                case $* in *AOTCacheOutput*) echo attempt >>"${0%/bin/java}/attempts"; exit 1 ;; esac
                """);
        var first = repository.taut(CACHED);
        assertThat(first).isEqualTo(new MiniRepository.Outcome(0, "", ""));
        var attempts = repository.jdks.resolve("jdk-25/attempts");
        await(attempts);
        dateNoteAfterJar();
        repository.taut(CACHED);
        assertThat(attempts).hasContent("attempt");
    }

    private void makeCache() throws Exception {
        assertThat(repository.taut(CACHED).out()).doesNotContain("AOTCache=");
        awaitCache();
        dateNoteAfterJar();
    }

    private void dateNoteAfterJar() throws IOException {
        repository.touch("target/launcher/taut.aot.of");
    }

    private void awaitCache() throws Exception {
        await(cache);
    }

    private static void await(Path file) throws Exception {
        var deadline = Instant.now().plus(Duration.ofSeconds(10));
        while (!Files.exists(file)) {
            if (Instant.now().isAfter(deadline)) {
                fail("no " + file + " within 10 s");
            }
            Thread.sleep(10);
        }
    }
}
