package dev.tautline.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// When the launcher builds, and what it says meanwhile.
@Timeout(60)
class LauncherBuildTest {
    private MiniRepository repository;

    @BeforeEach
    void layOut(@TempDir Path folder) throws IOException {
        repository = new MiniRepository(folder);
        repository.jdk("jdk-25", "25.0.3");
    }

    @Test
    void buildsOnFirstUseAndNamesEachModule() throws Exception {
        var outcome = repository.taut();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEqualTo("""
                taut: first use; building (a few minutes)
                  1/2 Tautline Core
                  2/2 Tautline App
                """);
        assertThat(repository.root.resolve("builds")).hasContent("-B -Dmaven.test.skip=true package");
        assertThat(repository.work().resolve("build.log")).content().contains("Building jar: core.jar");
    }

    @Test
    void doesNotBuildAgainWhileNothingChanged() throws Exception {
        repository.taut();
        repository.dateBuildAfterSources();
        assertThat(repository.taut().err()).isEmpty();
        assertThat(repository.builds()).isEqualTo(1);
    }

    @Test
    void buildsAgainWhenASourceChanged() throws Exception {
        repository.taut();
        repository.touch("core/src/main/java/A.java");
        assertThat(repository.taut().err()).startsWith("taut: sources changed; building\n");
        assertThat(repository.builds()).isEqualTo(2);
    }

    @Test
    void buildsAgainWhenASourceWasRemoved() throws Exception {
        repository.write("core/src/main/java/B.java", "class B {}");
        repository.taut();
        repository.dateBuildAfterSources();
        Files.delete(repository.root.resolve("core/src/main/java/B.java"));
        repository.touch("core/src/main/java");
        repository.taut();
        assertThat(repository.builds()).isEqualTo(2);
    }

    @Test
    void doesNotBuildForATestOrADocument() throws Exception {
        repository.write("core/src/test/java/ATest.java", "class ATest {}");
        repository.write("README.md", "# A");
        repository.taut();
        repository.dateBuildAfterSources();
        repository.touch("core/src/test/java/ATest.java");
        repository.touch("README.md");
        repository.taut();
        assertThat(repository.builds()).isEqualTo(1);
    }

    @Test
    void buildsAgainAfterTheJarWasCleanedAway() throws Exception {
        repository.taut();
        repository.dateBuildAfterSources();
        Files.delete(repository.root.resolve("app/target/taut.jar"));
        repository.taut();
        assertThat(repository.builds()).isEqualTo(2);
    }

    @Test
    void showsTheErrorsOfAFailedBuildAndTriesAgainNextTime() throws Exception {
        repository.maven("echo '[ERROR] A.java:[1,1] cannot find symbol'; exit 1");
        var outcome = repository.taut();
        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("[ERROR] A.java:[1,1] cannot find symbol")
                .endsWith("the build failed; all of it is in "
                        + repository.work().toRealPath().resolve("build.log") + "\n");
        repository.taut();
        assertThat(repository.builds()).isEqualTo(2);
        assertThat(repository.work().resolve("building")).doesNotExist();
    }

    @Test
    void twoFirstRunsBuildOnce() throws Exception {
        repository.maven("until [ -e go ]; do sleep 0.02; done; " + MiniRepository.BUILDS_BOTH_JARS);
        var first = repository.start(repository.root.resolve("taut"), Map.of());
        waitForLine(first, "2/2 Tautline App");
        var second = repository.start(repository.root.resolve("taut"), Map.of());
        waitForLine(second, "another taut (process " + first.pid() + ") is building; waiting");
        repository.write("go", "");
        assertThat(MiniRepository.await(first).code()).isZero();
        assertThat(MiniRepository.await(second).code()).isZero();
        assertThat(repository.builds()).isEqualTo(1);
    }

    @Test
    void takesOverTheLockOfABuildThatDied() throws Exception {
        var dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.createDirectories(repository.work());
        Files.createSymbolicLink(repository.work().resolve("building"), Path.of(String.valueOf(dead.pid())));
        assertThat(repository.taut().code()).isZero();
        assertThat(repository.builds()).isEqualTo(1);
    }

    @Test
    void aStoppedBuildStopsMavenAndLeavesNoLock() throws Exception {
        repository.maven("echo $$ >maven.pid; echo '[INFO] Building Tautline Lab 1 [3/3]'; exec sleep 30");
        var process = repository.start(repository.root.resolve("taut"), Map.of());
        waitForLine(process, "3/3 Tautline Lab");
        // Not process.destroy(), which would also close the streams that are read below.
        process.toHandle().destroy();
        var maven = Long.parseLong(
                Files.readString(repository.root.resolve("maven.pid")).strip());
        ProcessHandle.of(maven)
                .ifPresent(handle -> handle.onExit().orTimeout(10, SECONDS).join());
        assertThat(MiniRepository.await(process).code()).isEqualTo(143);
        assertThat(repository.work()).isDirectoryNotContaining("glob:**/building");
    }

    /// Reads to the line and leaves the rest for later; the tests' own timeout is the deadline.
    private static void waitForLine(Process process, String expected) throws IOException {
        var err = process.getErrorStream();
        var line = new StringBuilder();
        for (var b = err.read(); b >= 0; b = err.read()) {
            if (b != '\n') {
                line.append((char) b);
            } else if (line.toString().contains(expected)) {
                return;
            } else {
                line.setLength(0);
            }
        }
        throw new AssertionError("ended without saying: " + expected);
    }
}
