package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which JDK the launcher takes, and how it starts the program.
class LauncherJdkTest {
    private MiniRepository repository;

    @BeforeEach
    void layOut(@TempDir Path folder) throws IOException {
        repository = new MiniRepository(folder);
    }

    @Test
    void takesTheJdkOfJavaHomeFirst() throws Exception {
        repository.jdk("other", "25.0.1");
        var home = repository.jdk("home of java", "25.0.3");
        assertThat(repository.taut(Map.of("JAVA_HOME", home.toString())).out()).startsWith(home + "/bin/java\n");
    }

    @Test
    void passesOverJdksThatAreTooOld() throws Exception {
        var old = repository.jdk("jdk-17", "17.0.15");
        repository.jdk("jdk-8", "1.8.0_442");
        var recent = repository.jdk("jdk-26", "26-ea");
        var outcome = repository.taut(Map.of("JAVA_HOME", old.toString()));
        assertThat(outcome.out()).startsWith(recent + "/bin/java\n");
    }

    @Test
    void takesTheJdkThatALinkOnThePathLeadsTo() throws Exception {
        var home = repository.jdk("linked", "25.0.3");
        Files.createSymbolicLink(repository.tools().resolve("java"), home.resolve("bin/java"));
        var outcome = repository.taut(Map.of("TAUT_JVM_DIR", "/nowhere"));
        assertThat(outcome.out()).startsWith(home + "/bin/java\n");
    }

    @Test
    void asksAShimOnThePathForItsJavaHome() throws Exception {
        var home = repository.jdk("shimmed", "25.0.3");
        MiniRepository.script(repository.root.resolve("shims/java"), "echo '    java.home = " + home + "' >&2");
        var path = repository.tools() + ":" + repository.root.resolve("shims");
        var outcome = repository.taut(Map.of("TAUT_JVM_DIR", "/nowhere", "PATH", path));
        assertThat(outcome.out()).startsWith(home + "/bin/java\n");
    }

    @Test
    void asksJavaForItsVersionWhereTheReleaseFileIsMissing() throws Exception {
        var home = repository.jdk("unlabelled", "25.0.3", """
                [ "$*" = -version ] && { echo 'openjdk version "25.0.2" 2026-01-20' >&2; exit; }
                echo started
                """);
        Files.delete(home.resolve("release"));
        assertThat(repository.taut().out()).isEqualTo("started\n");
    }

    @Test
    void findsTheJdksOfSdkman() throws Exception {
        var home = repository.jdk("candidates/java/25-tem", "25.0.3");
        var outcome = repository.taut(Map.of("TAUT_JVM_DIR", "/nowhere", "SDKMAN_DIR", repository.jdks.toString()));
        assertThat(outcome.out()).startsWith(home + "/bin/java\n");
    }

    @Test
    void saysWhatItFoundAndWhatToInstallWhereNoJdkWillDo() throws Exception {
        var old = repository.jdk("jdk-17", "17.0.15");
        Files.delete(repository.jdk("jre-25", "25.0.3").resolve("bin/javac"));
        var outcome = repository.taut(Map.of("JAVA_HOME", "/nowhere"));
        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("needs a JDK 25 or newer")
                .contains("JAVA_HOME: /nowhere has no bin/java")
                .contains(old + " is Java 17.0.15")
                .contains("is Java 25.0.3 without a compiler")
                .contains("https://adoptium.net/temurin/releases/?version=25");
        assertThat(repository.builds()).isZero();
    }

    @Test
    void startsTheProgramWithItsArgumentsUntouched() throws Exception {
        repository.jdk("jdk-25", "25.0.3");
        var outcome = repository.taut(Map.of("TAUT_JAVA_OPTS", "-Xmx1g -Dx=y"), "check", "two words", "*", "");
        assertThat(outcome.out().lines())
                .containsSubsequence(
                        "-Xmx512m",
                        "-Xmx1g",
                        "-Dx=y",
                        "-Dtaut.home=" + repository.root.toRealPath(),
                        "dev.tautline.cli.Main",
                        "check",
                        "two words",
                        "*",
                        "");
    }

    @Test
    void keepsTheSecondCompilerForCommandsThatStayOnDuty() throws Exception {
        repository.jdk("jdk-25", "25.0.3");
        assertThat(repository.taut("check").out()).contains("-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=5");
        assertThat(repository.taut("--verbose", "watch").out()).doesNotContain("-XX:TieredStopAtLevel=1");
    }

    @Test
    void becomesTheProgramSoThatSignalsAndExitCodesAreItsOwn() throws Exception {
        repository.jdk("jdk-25", "25.0.3", "echo $$; exit 7");
        var process = repository.start(repository.root.resolve("taut"), Map.of());
        var outcome = MiniRepository.await(process);
        assertThat(outcome.code()).isEqualTo(7);
        assertThat(outcome.out().strip()).isEqualTo(String.valueOf(process.pid()));
    }

    @Test
    void findsItsRepositoryThroughAChainOfLinks() throws Exception {
        repository.jdk("jdk-25", "25.0.3");
        var near = Files.createSymbolicLink(repository.root.resolve("near"), Path.of("taut"));
        var far = Files.createSymbolicLink(repository.jdks.resolve("t"), near);
        var outcome = MiniRepository.await(repository.start(far, Map.of()));
        assertThat(outcome.out()).contains("-Dtaut.home=" + repository.root.toRealPath() + "\n");
    }
}
