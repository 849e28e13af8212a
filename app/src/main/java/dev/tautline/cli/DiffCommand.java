package dev.tautline.cli;

import dev.tautline.config.FailOn;
import dev.tautline.revision.Repository;
import dev.tautline.revision.RevisionUnusable;
import dev.tautline.revision.Tree;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taut diff`: what a change does to the connections.
@InGroup(CommandGroup.REVIEW)
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Tell what a change does to connection settings, and what it risks.",
        footer = {
            "",
            "OLD and NEW are folders, or revisions of the git repository of the current folder; a folder comes first.",
            "Each side is judged by its own taut.yaml.",
            "",
            "Exit codes: 0 no risk and no new finding at or above --fail-on, 1 there is one, 2 wrong usage,",
            "3 neither side has anything to read."
        })
final class DiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "OLD", description = "The folder or revision before.")
    private String old = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "The folder or revision after.")
    private String fresh = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of ${COMPLETION-CANDIDATES} (default: text).")
    private DiffFormat format = DiffFormat.TEXT;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description =
                    "Exit 1 from this severity on: ${COMPLETION-CANDIDATES} (default: that of taut.yaml, or high).")
    private @Nullable FailOn failOn;

    @Mixin
    private ReadOptions reading = new ReadOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (var before = tree(old);
                var after = tree(fresh)) {
            var outcome = DiffOutcome.of(before, after, reading);
            var out = spec.commandLine().getOut();
            format.renderer().render(outcome, out);
            out.flush();
            return outcome.exitCode(failOn);
        } catch (RevisionUnusable unusable) {
            throw new UsageException("diff: " + unusable.getMessage());
        }
    }

    private static Tree tree(String typed) {
        var folder = folder(typed);
        return folder == null ? Repository.of(Path.of("")).checkout(typed) : Tree.of(folder.normalize());
    }

    private static @Nullable Path folder(String typed) {
        try {
            var path = Path.of(typed);
            return Files.exists(path) ? path : null;
        } catch (InvalidPathException noPath) {
            return null; // a revision such as HEAD^{/fix} is no path on every system
        }
    }
}
