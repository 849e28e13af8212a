package dev.tautline.revision;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Asks a real git about a repository of two commits.
class RepositoryTest {
    @TempDir
    private Path folder;

    private Path root = Path.of("");

    @BeforeEach
    void aRepositoryWithTwoCommitsAndABranch() throws Exception {
        root = Files.createDirectory(folder.resolve("shop"));
        git("init", "--quiet", "--initial-branch=trunk");
        commit("first");
        commit("second");
        git("branch", "release-1.2");
    }

    @Test
    void aTreeIsTheRevisionsAndNotTheWorkingTrees() throws IOException {
        Files.writeString(root.resolve("conf/application.properties"), "third");

        try (var before = Repository.of(root.resolve("conf")).checkout("HEAD~1");
                var after = Repository.of(root).checkout("trunk")) {
            assertThat(before.folder().resolve("conf/application.properties")).hasContent("first");
            assertThat(after.folder().resolve("conf/application.properties")).hasContent("second");
            assertThat(after.folder().getFileName()).hasToString("shop");
            assertThat(after.shown(after.folder().resolve("conf/a.yml:3:1").toString()))
                    .isEqualTo("conf/a.yml:3:1");
        }
        assertThat(root.resolve("conf/application.properties")).hasContent("third");
    }

    @Test
    void nothingIsLeftBehind() {
        Path unpacked;
        try (var tree = Repository.of(root).checkout("HEAD")) {
            unpacked = tree.folder();
            assertThat(unpacked).isDirectory();
        }
        assertThat(unpacked.getParent()).doesNotExist();
    }

    @Test
    void anUnknownRevisionNamesTheNearest() {
        assertThatThrownBy(() -> Repository.of(root).checkout("relase-1.2"))
                .isInstanceOf(RevisionUnusable.class)
                .hasMessageContaining("'relase-1.2' is no folder, and no revision of ")
                .hasMessageContaining("nearest: 'release-1.2'");
        assertThatThrownBy(() -> Repository.of(root).checkout("--output=x"))
                .hasMessageContaining("'--output=x' is no folder, and no revision");
    }

    @Test
    void aFolderOutsideOfARepositoryIsTold() throws IOException {
        var outside = Files.createDirectory(folder.resolve("outside"));

        assertThatThrownBy(() -> Repository.of(outside)).hasMessageContaining("is in no git repository");
    }

    private void commit(String content) throws Exception {
        Files.createDirectories(root.resolve("conf"));
        Files.writeString(root.resolve("conf/application.properties"), content);
        git("add", "--all");
        git("-c", "user.name=test", "-c", "user.email=test@example.org", "commit", "--quiet", "--message", content);
    }

    private void git(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(30, SECONDS)).as(command.toString()).isTrue();
        assertThat(process.exitValue()).as(command.toString()).isZero();
    }
}
