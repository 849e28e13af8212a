package dev.tautline.cli;

import dev.tautline.dashboard.PortUnusableException;
import dev.tautline.dashboard.access.TlsUnusableException;
import dev.tautline.history.HistoryUnusable;
import dev.tautline.history.StateFolder;
import dev.tautline.targets.Surroundings;
import dev.tautline.watch.SteadyClock;
import dev.tautline.watch.WatchConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taut watch`: watches until it is interrupted.
@InGroup(CommandGroup.RUN)
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Watch connections every second; name the cause when one breaks.",
        footer = {
            "",
            "The file lists what to watch; passwords come from the environment:",
            "",
            "  targets:",
            "    - name: db-1",
            "      url: jdbc:postgresql://db-1.example:5432/shop",
            "      user: tautline",
            "      password-env: TAUTLINE_PASSWORD",
            "      expect: primary",
            "  agents:",
            "    - name: shop-1",
            "      url: http://127.0.0.1:8081/actuator/tautline"
        })
final class WatchCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "What to watch (default: taut.yaml).")
    private @Nullable Path given;

    @Option(names = "--config", paramLabel = "FILE", description = "The same, as other commands name it.")
    private @Nullable Path config;

    @Option(names = "--dashboard-port", paramLabel = "N", description = "In place of the file's; 0 takes any free one.")
    private @Nullable Integer dashboardPort;

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            description = "Where the history is kept, in place of the file's.")
    private @Nullable Path stateFolder;

    /// For `taut up --lab`, which starts a guard so: its dashboard reaches the lab of that stage and no other one.
    @Option(
            names = "--game-day",
            paramLabel = "DIR",
            hidden = true,
            description = "The directory of the stage that the page of game days breaks.")
    private @Nullable Path gameDay;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        var file = file();
        var clock = Clock.systemUTC();
        var reading = new GuardReading(file, Surroundings.ofThisProcess(), clock, this::warn);
        var config = Usable.watched(reading::read);
        try {
            new GuardRun(reading, SteadyClock.system(), spec.commandLine().getOut(), this::tell)
                    .run(config, place(config, file));
        } catch (PortUnusableException | TlsUnusableException | HistoryUnusable e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        return ExitCode.CLEAN;
    }

    private GuardRun.Place place(WatchConfig config, Path file) {
        var around = Surroundings.ofThisProcess();
        var folder = Optional.ofNullable(stateFolder)
                .or(config.history()::folder)
                .orElseGet(() -> StateFolder.of(file, around.environment(), around.home()));
        return new GuardRun.Place(
                folder,
                dashboardPort == null ? config.dashboard().port() : dashboardPort,
                Optional.ofNullable(gameDay).map(stage -> GameDayAccess.of(stage, around.environment())));
    }

    private Path file() {
        if (given != null && config != null) {
            throw new UsageException("the file is named twice: " + given + ", and " + config + " by --config");
        }
        return given != null ? given : config != null ? config : Path.of("taut.yaml");
    }

    private void warn(String words) {
        tell("warning: " + words);
    }

    private void tell(String sentence) {
        var err = spec.commandLine().getErr();
        err.println("taut watch: " + sentence);
        err.flush();
    }
}
