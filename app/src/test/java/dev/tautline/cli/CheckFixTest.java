package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckFixTest {
    private static final String BEFORE = """
            # the till\r
            spring.application.name=till\r
            spring.datasource.url=jdbc:postgresql://db.example/shop?socketTimout=30&sslmode=verify-full\r
            spring.datasource.hikari.maximum-pool-size=1\r
            """;
    private static final String AFTER = BEFORE.replace("socketTimout", "socketTimeout");

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void anApplicationWithASlip() throws IOException {
        file = Files.writeString(folder.resolve("application.properties"), BEFORE);
    }

    @Test
    void showsADiffThatPatchTakesAndWritesNothing() throws Exception {
        var run = CommandRun.of("check", "--fix", folder.toString());

        assertThat(file).content().isEqualTo(BEFORE);
        assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.out())
                .startsWith("--- a/")
                .contains("+spring.datasource.url=")
                .doesNotContain("mend  ");
        assertThat(run.err())
                .contains("can be mended without asking; --fix --write does it")
                .contains("left: pool-too-small-for-request-threads at " + file + ":4:44: a person has to decide");
        var patch = Files.writeString(folder.resolve("fix.diff"), run.out());
        var process = new ProcessBuilder("git", "apply", "--unsafe-paths", "-p1", "--directory=/", patch.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("git.out").toFile())
                .start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(file)
                .as(Files.readString(folder.resolve("git.out")))
                .content()
                .contains("socketTimeout=30&");
    }

    @Test
    void writesKeepsTheRestByteForByteAndChecksAgain() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        var run = CommandRun.of("check", "--fix", "--write", folder.toString());

        var url = Files.readString(file).lines().toList().get(2);
        assertThat(url).startsWith("spring.datasource.url=jdbc:postgresql://db.example/shop?socketTimeout=30&sslmode=");
        assertThat(Files.readString(file)
                        .lines()
                        .filter(line -> !line.contains("url"))
                        .toList())
                .containsSubsequence(
                        AFTER.lines().filter(line -> !line.contains("url")).toList());
        assertThat(Files.readString(file)).doesNotContainPattern("[^\r]\n");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-rw----"));
        assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.out()).contains("pool-too-small-for-request-threads").doesNotContain("unknown-driver-property");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whatOneRunMendsTheNextFindsNothingToMendIn() {
        CommandRun.of("check", "--fix", "--write", folder.toString());

        assertThat(CommandRun.of("check", "--fix", folder.toString()).out()).isEmpty();
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        var elsewhere = Files.createDirectory(folder.resolve("target")).resolve("real.properties");
        Files.move(file, elsewhere);
        Files.createSymbolicLink(file, elsewhere);
        var run = CommandRun.of("check", "--fix", "--write", file.toString());

        assertThat(elsewhere).content().isEqualTo(BEFORE);
        assertThat(Files.isSymbolicLink(file)).isTrue();
        assertThat(run.err()).contains("this file is not edited by a program");
    }

    @Test
    void writeAloneIsRefused() {
        var run = CommandRun.of("check", "--write", folder.toString());

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("check: --write needs --fix");
    }
}
