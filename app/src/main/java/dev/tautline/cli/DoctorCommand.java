package dev.tautline.cli;

import dev.tautline.config.TautFile;
import dev.tautline.targets.Surroundings;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taut doctor`: what `check` and `probe` find, in one answer, worst first.
@InGroup(CommandGroup.REVIEW)
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Say what is wrong with the connections of a project: files, live connections, live servers.",
        footer = {
            "",
            "Connects to what the files configure and to the targets of taut.yaml, and",
            "writes nothing there. Placeholders are resolved from the environment.",
            "",
            "Exit code: 0 nothing from the severity on that taut.yaml names (high),",
            "1 problems, 2 unusable input, 3 there was nothing to look at."
        })
final class DoctorCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "PATH", description = "Files and folders (default: the current folder).")
    private List<String> paths = List.of(".");

    @Mixin
    private ReadOptions reading = new ReadOptions();

    @Mixin
    private ProbeLogin login = new ProbeLogin();

    @Option(
            names = "--explore",
            description = "Where an address refuses or is silent, look around: other ports of the host, other nodes.")
    private boolean exploring;

    @Mixin
    private ProbeTimes times = new ProbeTimes();

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "How to print the result: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private DoctorFormat format = DoctorFormat.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    private final Surroundings around = Surroundings.ofThisProcess();
    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws InterruptedException {
        var existing = ReadOptions.paths(paths);
        var policy = new PolicyOptions().read(existing);
        var read = policy.config().facts().with(reading.read("doctor", paths, around.environment()));
        var given = login.given(around.environment(), Optional.empty());
        var probing = exploring ? times.probing(clock).exploring(List.of()) : times.probing(clock);
        var file =
                existing.stream().flatMap(path -> TautFile.above(path).stream()).findFirst();
        var examination = new DoctorExamination(around, given, probing, this::warn);
        var connections = Usable.of(() -> examination.connections(read.link(), file));
        var report = examination.of(read, policy, connections);
        var out = spec.commandLine().getOut();
        format.renderer().render(report, out);
        out.flush();
        return report.exitCode(policy.failOn());
    }

    private void warn(String words) {
        spec.commandLine().getErr().println("taut doctor: warning: " + words);
    }
}
