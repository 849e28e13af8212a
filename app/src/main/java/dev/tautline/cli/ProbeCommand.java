package dev.tautline.cli;

import dev.tautline.probe.Deadline;
import dev.tautline.probe.Expectation;
import dev.tautline.probe.Ladder;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.Resolver;
import dev.tautline.probe.StepTimeouts;
import java.io.Console;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taut probe`: climbs the ladder to every address of every host of every URL.
@InGroup(CommandGroup.REVIEW)
@Command(
        name = "probe",
        mixinStandardHelpOptions = true,
        description = "Test a connection layer by layer, and say which layer is at fault.",
        footer = {
            "",
            "Exit code: 0 all passed, 1 a step failed or the role is another, 2 unusable input, 3 nothing was reached.",
            "Without --password-env or --ask-password, the password is PGPASSWORD or the one in ~/.pgpass."
        })
final class ProbeCommand implements Callable<Integer> {
    /// How the result is printed.
    enum Format {
        TEXT,
        JSON
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "URL",
            description = "jdbc:postgresql://HOST[:PORT][,…]/DATABASE or postgresql://…")
    private List<String> urls = List.of();

    @Option(names = "--user", paramLabel = "NAME", description = "Log in as this role; else the URL's, else PGUSER.")
    private @Nullable String user;

    @Option(names = "--password-env", paramLabel = "NAME", description = "The environment variable with the password.")
    private @Nullable String passwordVariable;

    @Option(names = "--ask-password", description = "Ask for the password on the terminal.")
    private boolean askPassword;

    @Option(
            names = "--expect",
            paramLabel = "ROLE",
            description = "What every host must be: ${COMPLETION-CANDIDATES}; else what the URL asks for.")
    private @Nullable Expectation expected;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = ProbeDuration.class,
            description = "For all addresses of one host, such as 500ms or 10s (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ofSeconds(10);

    @Option(
            names = "--step-timeout",
            paramLabel = "TIME",
            defaultValue = "2s",
            converter = ProbeDuration.class,
            description = "For each step (default: ${DEFAULT-VALUE}).")
    private Duration stepTimeout = StepTimeouts.DEFAULT;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "How to print the result: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    private final Map<String, String> environment;
    private final Clock clock;

    ProbeCommand() {
        this(System.getenv(), Clock.systemUTC());
    }

    ProbeCommand(Map<String, String> environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        var routes = routes();
        var report = new ProbeReport(climbAll(routes));
        var out = spec.commandLine().getOut();
        switch (format) {
            case TEXT -> new ProbeText(out, spec.commandLine().getColorScheme()).print(report);
            case JSON -> out.println(new ProbeJson().render(report));
        }
        out.flush();
        return report.exitCode();
    }

    /// All problems of all URLs at once.
    private List<ProbeRoute> routes() {
        var problems = new ArrayList<String>();
        var urlsRead = urls.stream()
                .flatMap(text -> ProbeUrl.parse(text, problems::add).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new UsageException(String.join(System.lineSeparator() + "taut: ", problems));
        }
        if (urlsRead.stream().anyMatch(url -> url.password() != null)) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "taut probe: warning: a password on the command line can be seen by everybody on this machine;"
                                    + " use --password-env, --ask-password or ~/.pgpass");
        }
        var passwords = new ProbePassword(environment, passwordVariable, askPassword ? terminal() : null);
        return urlsRead.stream()
                .map(url -> ProbeRoute.of(url, user, expected, environment, passwords))
                .toList();
    }

    private static Console terminal() {
        var console = Objects.requireNonNull(System.console(), "never null since JDK 22");
        if (!console.isTerminal()) {
            throw new UsageException("--ask-password needs a terminal; use --password-env NAME where there is none");
        }
        return console;
    }

    /// Hosts side by side, so none delays another; the addresses of one host one after the other.
    private List<ProbeReport.Route> climbAll(List<ProbeRoute> routes) throws InterruptedException {
        var ladder = new Ladder(clock, StepTimeouts.each(stepTimeout), Resolver.system());
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var climbing = routes.stream()
                    .map(route -> route.targets().stream()
                            .map(target -> executor.submit(() -> climb(ladder, target)))
                            .toList())
                    .toList();
            var climbed = new ArrayList<ProbeReport.Route>();
            for (int i = 0; i < routes.size(); i++) {
                climbed.add(new ProbeReport.Route(
                        results(climbing.get(i)), routes.get(i).oneMustBe()));
            }
            return climbed;
        }
    }

    /// A first climb in a fresh JVM measures the loading of our own classes (0.4 s in the step AUTHENTICATE alone), so
    /// what passed is climbed again and the second climb counts.
    private List<LadderResult> climb(Ladder ladder, ProbeTarget target) {
        var first = ladder.climbEvery(target, Deadline.after(timeout));
        return first.stream().allMatch(LadderResult::passed)
                ? ladder.climbEvery(target, Deadline.after(timeout))
                : first;
    }

    private static List<LadderResult> results(List<Future<List<LadderResult>>> climbing) throws InterruptedException {
        var results = new ArrayList<LadderResult>();
        for (var host : climbing) {
            try {
                results.addAll(host.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a climb ended in a way that it does not declare", e.getCause());
            }
        }
        return results;
    }
}
