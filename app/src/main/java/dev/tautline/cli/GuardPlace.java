package dev.tautline.cli;

import dev.tautline.config.HistoryConfig;
import dev.tautline.config.TautFile;
import dev.tautline.history.StateFolder;
import dev.tautline.targets.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// Which guard is meant: the one of a `taut.yaml`, or the one whose history is in a folder.
final class GuardPlace {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The guard's file (default: taut.yaml).")
    private Path file = Path.of(TautFile.NAME);

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where the guard keeps its history, in place of the file's.")
    private @Nullable Path stateFolder;

    Path file() {
        return file;
    }

    /// The folder of its history. Of the file only the section `history` is read: whoever asks need not have the
    /// guard's secrets.
    ///
    /// @throws UsageException when the file cannot be read
    Path folder() {
        if (stateFolder != null) {
            return stateFolder;
        }
        if (!Files.exists(file)) {
            throw new UsageException(file + ": there is no such file; name the guard's with --config, or the folder of"
                    + " its history with --state-dir");
        }
        var problems = new ArrayList<String>();
        var config = TautFile.read(file, problems)
                .map(root -> HistoryConfig.read(root, file))
                .orElse(HistoryConfig.DEFAULT);
        if (!problems.isEmpty()) {
            throw new UsageException(String.join(System.lineSeparator(), problems));
        }
        var around = Surroundings.ofThisProcess();
        return config.folder().orElseGet(() -> StateFolder.of(file, around.environment(), around.home()));
    }
}
