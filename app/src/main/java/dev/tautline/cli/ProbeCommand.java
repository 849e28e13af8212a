package dev.tautline.cli;

import dev.tautline.probe.Expectation;
import dev.tautline.targets.LiveServers;
import dev.tautline.targets.Probing;
import dev.tautline.targets.ServerReview;
import dev.tautline.targets.Surroundings;
import dev.tautline.targets.Target;
import dev.tautline.targets.TargetResult;
import dev.tautline.targets.TwoWays;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taut probe`: climbs the ladder to every address of every host of every URL, or of every target of a file.
@InGroup(CommandGroup.REVIEW)
@Command(
        name = "probe",
        mixinStandardHelpOptions = true,
        description = "Test a connection layer by layer, and say which layer is at fault.",
        footer = {
            "",
            "The password is the first that there is: the one of --password-env,",
            "--password-file or --ask-password; of the URL or the service it names;",
            "PGPASSWORD; of the password file (PGPASSFILE or ~/.pgpass). Targets of",
            "taut.yaml have password-env and password-file of their own.",
            "",
            "Exit code: 0 all passed, 1 a step failed or an expectation is not met,",
            "2 unusable input, 3 nothing was reached."
        })
final class ProbeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private ProbeSelection selection = new ProbeSelection();

    @Mixin
    private ProbeLogin login = new ProbeLogin();

    @Option(
            names = "--expect",
            paramLabel = "ROLE",
            description = "What every host must be: ${COMPLETION-CANDIDATES}; else what the URL asks for.")
    private @Nullable Expectation expected;

    @Option(
            names = "--write",
            description = "Also try to write: a transaction that rolls back, and one commit without data"
                    + " (a logical message in the WAL), whose wait is measured. Nothing is written without this.")
    private boolean writing;

    @Option(
            names = "--no-rules",
            description = "Do not ask the servers for their settings, which the rules of taut check judge otherwise;"
                    + " what they find does not change the exit code.")
    private boolean withoutRules;

    @Mixin
    private ProbeTimes times = new ProbeTimes();

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "How to print the result: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ProbeFormat format = ProbeFormat.TEXT;

    private final Surroundings around;
    private final Clock clock;

    ProbeCommand() {
        this(Surroundings.ofThisProcess(), Clock.systemUTC());
    }

    ProbeCommand(Surroundings around, Clock clock) {
        this.around = around;
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        var given = login.given(around.environment(), Optional.ofNullable(expected));
        var selected = selection.selected(given, around, this::warn);
        var servers = new LiveServers();
        var probing = withoutRules ? probing() : probing().visitedBy(servers);
        var results = results(probing, selected.targets());
        var outcome = new ProbeOutcome(
                results,
                selected.rest(),
                selection.isOverview(),
                TwoWays.among(results, selected.bypasses()),
                withoutRules ? ServerReview.NONE : ServerReview.of(servers, results, off()));
        var out = spec.commandLine().getOut();
        format.renderer().render(outcome, out);
        out.flush();
        return outcome.exitCode();
    }

    /// What the team has switched off for `taut check` is off here, too. A file that cannot be used is no reason not to
    /// tell what a probe has found.
    private Set<String> off() {
        try {
            return new PolicyOptions().read(List.of(Path.of(""))).policy().off();
        } catch (UsageException unusable) {
            warn(String.valueOf(unusable.getMessage()));
            return Set.of();
        }
    }

    private Probing probing() {
        var asked = times.probing(clock);
        var probing = writing ? asked.writing() : asked;
        return selection.isExploring() ? probing.exploring(selection.known(around, this::warn)) : probing;
    }

    private List<TargetResult> results(Probing probing, List<Target> targets) throws InterruptedException {
        var err = spec.commandLine().getErr();
        if (targets.size() == 1 && Screen.isTerminal()) {
            try (var steps = StepProgress.started(err)) {
                return probing.followedBy(steps).all(targets, _ -> {});
            }
        }
        var progress = new ProbeProgress(err, targets.size(), Screen.isTerminal());
        return probing.all(targets, _ -> progress.oneMore());
    }

    private void warn(String words) {
        spec.commandLine().getErr().println("taut probe: warning: " + words);
    }
}
