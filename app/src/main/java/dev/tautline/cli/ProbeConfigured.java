package dev.tautline.cli;

import dev.tautline.config.KnownFacts;
import dev.tautline.config.TautFile;
import dev.tautline.targets.ClientConnections;
import dev.tautline.targets.FoundConnections;
import dev.tautline.targets.Given;
import dev.tautline.targets.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The connections that files of an application configure.
final class ProbeConfigured {
    @Option(
            names = "--from-config",
            paramLabel = "PATH",
            description =
                    "Every connection that the configuration in this folder or file opens, as the application would.")
    private List<String> paths = List.of();

    @Mixin
    private ReadOptions reading = new ReadOptions();

    boolean isAsked() {
        return !paths.isEmpty();
    }

    /// What was asked for, as it was typed.
    String words() {
        return "--from-config " + String.join(", ", paths);
    }

    /// Placeholders are resolved from this process's environment, too: that is what the application would see here.
    FoundConnections find(Given given, Surroundings around, Consumer<String> warnings) {
        var read = reading.read("probe", paths, around.environment());
        var link = facts().with(read).link();
        return ClientConnections.of(link, given, around, warnings);
    }

    private KnownFacts facts() {
        return ReadOptions.paths(paths).stream()
                .flatMap(path -> TautFile.above(path).stream())
                .findFirst()
                .map(ProbeConfigured::facts)
                .orElse(KnownFacts.NONE);
    }

    private static KnownFacts facts(Path file) {
        return Usable.of(() -> KnownFacts.read(file));
    }
}
