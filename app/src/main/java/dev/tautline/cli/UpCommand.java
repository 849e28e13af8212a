package dev.tautline.cli;

import dev.tautline.lab.DeadlineMissed;
import dev.tautline.lab.LabException;
import dev.tautline.stage.StageFailed;
import dev.tautline.stage.StagePlace;
import dev.tautline.stage.StageRefused;
import dev.tautline.stage.StopSignals;
import dev.tautline.stage.TautHome;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `taut up`: the shop on a real cluster with the guard beside it, until it is interrupted.
@InGroup(CommandGroup.RUN)
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Start the shop on a real PostgreSQL cluster, watched by the guard.",
        footer = {"", "Ctrl-C stops all of it; the data stay for the next time."})
final class UpCommand implements Callable<Integer> {
    @Mixin
    private final UpOptions options = new UpOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        var signals = StopSignals.interruptingThisThread();
        var progress = new UpProgress(spec.commandLine().getErr());
        try {
            run(signals, progress);
            return ExitCode.CLEAN;
        } catch (StageRefused | StageFailed | LabException problem) {
            if (signals.received()) {
                progress.say("Stopped before all was up: no process is left running.");
                return ExitCode.INTERRUPTED;
            }
            return explain(problem, progress);
        }
    }

    private void run(StopSignals signals, UpProgress progress) {
        var home = TautHome.find(System.getProperties());
        home.storeJar();
        options.visits();
        options.refuseTakenPorts();
        var place = StagePlace.take(options.stage(), home);
        try (var stage = progress.step(cluster(options.stage().standbys()), place::open);
                var scene = new UpScene(stage, options, progress)) {
            scene.start();
            try (var _ = options.lab() ? scene.openLab() : null) {
                scene.describe(spec.commandLine().getOut());
                scene.keepUntil(signals);
                progress.say("Stopping …");
            }
        }
        progress.say("Stopped: no process is left running, the data are in %s."
                .formatted(options.stage().directory()));
    }

    private static String cluster(int standbys) {
        return switch (standbys) {
            case 0 -> "PostgreSQL, a primary";
            case 1 -> "PostgreSQL, a primary and 1 standby";
            default -> "PostgreSQL, a primary and %d standbys".formatted(standbys);
        };
    }

    private static int explain(RuntimeException problem, UpProgress progress) {
        return switch (problem) {
            case StageFailed failed -> told(failed, ExitCode.CANNOT_TELL, progress);
            case DeadlineMissed missed -> told(missed, ExitCode.CANNOT_TELL, progress);
            default -> told(problem, ExitCode.USAGE, progress);
        };
    }

    private static int told(RuntimeException problem, int exitCode, UpProgress progress) {
        progress.say("taut: " + problem.getMessage());
        return exitCode;
    }
}
