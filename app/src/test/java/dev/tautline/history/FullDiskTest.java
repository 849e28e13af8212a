package dev.tautline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a small disk of its own, in a mount namespace.
class FullDiskTest {
    /// What a file system says when it is mounted: then the rest is the history's doing.
    private static final String MOUNTED = "mounted";

    @TempDir
    private Path folder;

    @Test
    void saysThatTheDiskIsFullGoesOnAndCatchesUpWhenItIsFreed() throws IOException, InterruptedException {
        var disk = Files.createDirectory(folder.resolve("disk"));
        var said = run("""
                mount -t tmpfs -o size=4m tmpfs '%1$s' && echo %2$s && exec '%3$s' --enable-native-access=ALL-UNNAMED \\
                  -XX:TieredStopAtLevel=1 -cp "$CLASSES" dev.tautline.history.FullDisk '%1$s'
                """.formatted(disk, MOUNTED, Path.of(System.getProperty("java.home"), "bin", "java")));
        assumeTrue(said.contains(MOUNTED), "no namespace with a disk of its own may be made here: " + said);

        assertThat(said)
                .contains("the disk is full")
                .contains("history.db cannot be written (")
                .contains("the guard goes on in memory")
                .contains("history.db is written again, with all that happened meanwhile")
                .contains("incidents on the disk: all");
    }

    private String run(String script) throws IOException, InterruptedException {
        var out = folder.resolve("out");
        var builder = new ProcessBuilder("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("CLASSES", System.getProperty("java.class.path"));
        try {
            var process = builder.start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("ends within a minute")
                    .isTrue();
            return Files.readString(out);
        } catch (IOException noUnshare) {
            return noUnshare.toString();
        }
    }
}
