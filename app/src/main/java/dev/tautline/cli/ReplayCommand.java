package dev.tautline.cli;

import dev.tautline.lab.LabException;
import dev.tautline.published.GuardSilent;
import dev.tautline.replay.Outages;
import dev.tautline.replay.ReplayFailed;
import dev.tautline.replay.ReplayProgram;
import dev.tautline.settings.Nearest;
import dev.tautline.stage.StageFailed;
import dev.tautline.stage.StageRefused;
import dev.tautline.stage.StopSignals;
import dev.tautline.stage.TautHome;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taut replay`: a real outage again, and what the guard makes of it.
@InGroup(CommandGroup.RUN)
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Replay a real outage with real processes, and hold what the guard says against history.",
        footer = {
            "",
            "Exit code 0 when the guard names the injected cause and rules out every expected suspicion, 1 when it does"
                    + " not, 3 when the replay could not be carried through."
        })
final class ReplayCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "OUTAGE",
            completionCandidates = Ids.class,
            description = "The outage, by its date: ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private String outage;

    @Option(names = "--seed", paramLabel = "N", description = "Of the shoppers' arrivals and choices (default: 1).")
    private long seed = 1;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Where the postmortem goes (default: ${DEFAULT-VALUE}).",
            defaultValue = ".taut/replays")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Path output;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    static final class Ids implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Outages.ids().iterator();
        }
    }

    @Override
    public Integer call() {
        if (!Outages.ids().contains(outage)) {
            throw new UsageException("no outage '" + outage + "'"
                    + Nearest.to(outage, Outages.ids())
                            .map(near -> ", did you mean '" + near + "'?")
                            .orElse(".")
                    + " There are " + String.join(", ", Outages.ids()) + ".");
        }
        var signals = StopSignals.interruptingThisThread();
        try {
            return replay() ? ExitCode.CLEAN : ExitCode.FINDINGS;
        } catch (StageRefused refused) {
            throw new UsageException(String.valueOf(refused.getMessage()));
        } catch (ReplayFailed | GuardSilent | StageFailed | LabException e) {
            tell("taut: " + (signals.received() ? "stopped; no process is left running" : e.getMessage()));
            return signals.received() ? ExitCode.INTERRUPTED : ExitCode.CANNOT_TELL;
        }
    }

    private boolean replay() {
        var home = TautHome.find(System.getProperties());
        var program = new ReplayProgram(home, Clock.systemUTC(), step -> tell("  · " + step));
        return program.run(outage, seed, output, spec.commandLine().getOut(), Ansi.AUTO);
    }

    private void tell(String line) {
        var err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
