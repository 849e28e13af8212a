package dev.tautline.cli;

import dev.tautline.lab.LabException;
import dev.tautline.published.GuardSilent;
import dev.tautline.scenario.Outcome;
import dev.tautline.scenario.Scenario;
import dev.tautline.scenario.ScenarioRun;
import dev.tautline.scenario.ScenarioUnusable;
import dev.tautline.scenario.Scenarios;
import dev.tautline.stage.StageFailed;
import dev.tautline.stage.StageRefused;
import dev.tautline.stage.StopSignals;
import dev.tautline.stage.TautHome;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taut scenario`: faults that the guard must name, written down as operators read them.
@InGroup(CommandGroup.RUN)
@Command(
        name = "scenario",
        mixinStandardHelpOptions = true,
        description = "Run scenarios: a fault strikes, and the guard must name it in time.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ScenarioCommand.ListAll.class, ScenarioCommand.Run.class})
final class ScenarioCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new UsageException("What about scenarios? There are: list, run.");
    }

    /// Where the scenarios are.
    static final class Folder {
        @Option(
                names = "--folder",
                paramLabel = "DIR",
                description = "Holds the scenarios, one file *.yaml each (default: those of Tautline).")
        private @Nullable Path folder;

        /// All of them.
        List<Scenario> read() {
            var place = folder == null
                    ? TautHome.find(System.getProperties()).root().resolve("scenarios")
                    : folder;
            return Scenarios.in(place);
        }
    }

    /// `taut scenario list`.
    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the scenarios.")
    static final class ListAll implements Callable<Integer> {
        @Mixin
        private final Folder folder = new Folder();

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it before call()
        private CommandSpec spec;

        @Override
        public Integer call() {
            try {
                ScenarioText.list(folder.read(), spec.commandLine().getOut());
                return ExitCode.CLEAN;
            } catch (ScenarioUnusable | StageRefused unusable) {
                throw new UsageException(String.valueOf(unusable.getMessage()));
            }
        }
    }

    /// `taut scenario run`.
    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            description = "Run scenarios on a real cluster, with a shop that people use and a guard that is told"
                    + " nothing.",
            footer = {
                "",
                "Exit code 0 when every scenario was met, 1 when one was not, 2 unusable input, 3 when it could not be"
                        + " carried through. What cannot be injected here is skipped, and never counted as met."
            })
    static final class Run implements Callable<Integer> {
        @Parameters(paramLabel = "NAME", arity = "0..*", description = "The scenarios, by the names of their files.")
        private List<String> names = List.of();

        @Option(names = "--all", description = "All there are.")
        private boolean all;

        @Option(
                names = "--seed",
                paramLabel = "N",
                defaultValue = "1",
                description = "Of each onset, and of who shops (default: ${DEFAULT-VALUE}).")
        private long seed;

        @Mixin
        private final Folder folder = new Folder();

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it before call()
        private CommandSpec spec;

        @Override
        public Integer call() {
            if (all == !names.isEmpty()) {
                throw new UsageException("name scenarios, or say --all: one of both");
            }
            var signals = StopSignals.interruptingThisThread();
            try {
                var outcomes = run(Scenarios.chosen(folder.read(), names));
                if (signals.received()) {
                    tell("taut: stopped; no process is left running");
                    return ExitCode.INTERRUPTED;
                }
                ScenarioText.outcomes(outcomes, spec.commandLine().getOut());
                return exitCode(outcomes);
            } catch (ScenarioUnusable | StageRefused unusable) {
                throw new UsageException(String.valueOf(unusable.getMessage()));
            } catch (StageFailed | LabException | GuardSilent failed) {
                tell("taut: " + (signals.received() ? "stopped; no process is left running" : failed.getMessage()));
                return signals.received() ? ExitCode.INTERRUPTED : ExitCode.CANNOT_TELL;
            }
        }

        private List<Outcome> run(List<Scenario> chosen) {
            var home = TautHome.find(System.getProperties());
            return new ScenarioRun(home, seed, Clock.systemUTC(), step -> tell("  · " + step)).run(chosen);
        }

        /// Nothing but skipped ones is no pass.
        private static int exitCode(List<Outcome> outcomes) {
            if (outcomes.stream().anyMatch(outcome -> outcome.verdict() instanceof Outcome.Verdict.NotMet)) {
                return ExitCode.FINDINGS;
            }
            return outcomes.stream().anyMatch(outcome -> outcome.verdict() instanceof Outcome.Verdict.Met)
                    ? ExitCode.CLEAN
                    : ExitCode.CANNOT_TELL;
        }

        private void tell(String line) {
            var err = spec.commandLine().getErr();
            err.println(line);
            err.flush();
        }
    }
}
