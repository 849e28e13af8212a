package dev.tautline.cli;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.slf4j.event.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The root command. A new command is one class with its [InGroup], its test, and one line in `COMMANDS`.
@Command(
        name = "taut",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Keeps the line between a service and its database taut.",
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions:%n",
        footer = {"", "'taut COMMAND --help' says more about a command."})
final class Taut implements Callable<Integer> {
    static final List<Class<?>> COMMANDS = List.of(
            AlertCommand.class,
            BenchCommand.class,
            CheckCommand.class,
            CompletionCommand.class,
            DiffCommand.class,
            DoctorCommand.class,
            DrillCommand.class,
            EffectiveCommand.class,
            ExplainCommand.class,
            FaultCommand.class,
            IncidentCommand.class,
            PasswordHashCommand.class,
            PostmortemCommand.class,
            ProbeCommand.class,
            ReplayCommand.class,
            RulesCommand.class,
            ScenarioCommand.class,
            UpCommand.class,
            WatchCommand.class);

    /// Those that look up no name, and so need not wait until the JVM has been told to forget names.
    static final Set<Class<?>> OFFLINE = Set.of(
            CheckCommand.class,
            CompletionCommand.class,
            DiffCommand.class,
            EffectiveCommand.class,
            ExplainCommand.class,
            RulesCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Log to standard error what is done (TAUT_LOG=debug says more).")
    void verbose(boolean on) {
        if (on) {
            Logging.atLeast(Level.INFO);
        }
    }

    /// Without a command there is nothing to do, so the help is an answer to a mistake.
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
