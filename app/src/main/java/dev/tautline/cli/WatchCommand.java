package dev.tautline.cli;

import dev.tautline.alert.Outbox;
import dev.tautline.alert.Senders;
import dev.tautline.control.ControlApi;
import dev.tautline.control.GuardFile;
import dev.tautline.control.Reachable;
import dev.tautline.dashboard.Dashboard;
import dev.tautline.dashboard.PortUnusableException;
import dev.tautline.dashboard.Seconds;
import dev.tautline.diagnosis.Diagnostician;
import dev.tautline.diagnosis.hypothesis.Hypotheses;
import dev.tautline.history.HistoryFile;
import dev.tautline.history.HistoryUnusable;
import dev.tautline.history.Past;
import dev.tautline.history.Post;
import dev.tautline.history.Recorder;
import dev.tautline.history.StateFolder;
import dev.tautline.history.series.SeriesReader;
import dev.tautline.history.series.SeriesRecorder;
import dev.tautline.incident.Actions;
import dev.tautline.probe.Ladder;
import dev.tautline.probe.Resolver;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepTimeouts;
import dev.tautline.settings.Secret;
import dev.tautline.targets.Surroundings;
import dev.tautline.watch.Lanes;
import dev.tautline.watch.Watch;
import dev.tautline.watch.WatchConfig;
import dev.tautline.watch.WatchFile;
import dev.tautline.watch.WatchFileUnusable;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
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
    /// Two misses in a row are an outage, and they must fit into two periods of the watch.
    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(600);

    /// A server that takes longer for any one step is as good as silent to a shop.
    private static final Duration STEP_TIMEOUT = Duration.ofMillis(800);

    /// 128 bits are beyond guessing.
    private static final int TOKEN_BYTES = 16;

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

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        var file = file();
        var clock = Clock.systemUTC();
        var read = read(file, clock);
        var actions = new Actions();
        var token = Secret.of(HexFormat.of().formatHex(random(TOKEN_BYTES)));
        var control = new ControlApi(token, actions);
        var folder = folder(read, file);
        try (var dashboard = dashboard(read, control, folder);
                var history = history(folder, read, clock);
                var _ = Reachable.at(
                        folder,
                        new GuardFile(
                                dashboard.url(), token, ProcessHandle.current().pid()),
                        this::tell);
                var lanes = Lanes.start(read, ladder(clock), clock)) {
            watch(read, clock, dashboard, history, lanes, actions, control);
        }
        return ExitCode.CLEAN;
    }

    private Path file() {
        if (given != null && config != null) {
            throw new UsageException("the file is named twice: " + given + ", and " + config + " by --config");
        }
        return given != null ? given : config != null ? config : Path.of("taut.yaml");
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private void watch(
            WatchConfig config,
            Clock clock,
            Dashboard dashboard,
            HistoryFile history,
            Lanes lanes,
            Actions actions,
            ControlApi control) {
        var out = spec.commandLine().getOut();
        var console = new WatchConsole(out, Ansi.AUTO, ZoneId.systemDefault());
        var past = history.past();
        var outbox = new Outbox(config.receivers(), dashboard.url(), past.deliveries());
        try (var _ = Senders.start(outbox, config.receivers(), new Random(), clock, this::tell);
                var recorder = Recorder.start(history, Post.both(outbox, actions::written));
                var series = series(config, history, clock)) {
            var watch = new Watch(clock, lanes, new Diagnostician(Hypotheses.all()), config.incidents(), actions);
            resume(watch, past, clock);
            watch.listen(tick -> recorder.accept(tick.scene().at(), tick.incidents(), watch::usual));
            watch.listen(tick -> control.accept(tick.incidents()));
            watch.listen(tick -> series.accept(Seconds.of(tick, watch.inForce())));
            watch.listen(console::accept);
            watch.listen(dashboard::accept);
            out.printf(
                    "Watching %s and %s; dashboard at %s%n",
                    count(config.targets().size(), "server"),
                    count(config.agents().size(), "application"),
                    dashboard.url());
            out.flush();
            watch.run();
        }
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private WatchConfig read(Path file, Clock clock) {
        try {
            return WatchFile.read(file, Surroundings.ofThisProcess(), clock, this::warn);
        } catch (WatchFileUnusable e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private void warn(String words) {
        spec.commandLine().getErr().println("taut watch: warning: " + words);
    }

    private Dashboard dashboard(WatchConfig config, ControlApi control, Path folder) {
        try {
            int port = dashboardPort == null ? config.dashboardPort() : dashboardPort;
            return Dashboard.start(port, SeriesReader.in(folder), control::addTo);
        } catch (PortUnusableException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private Path folder(WatchConfig config, Path file) {
        var around = Surroundings.ofThisProcess();
        return Optional.ofNullable(stateFolder)
                .or(config.history()::folder)
                .orElseGet(() -> StateFolder.of(file, around.environment(), around.home()));
    }

    private HistoryFile history(Path folder, WatchConfig config, Clock clock) {
        try {
            return HistoryFile.in(folder, config.history().keep(), clock, this::tell);
        } catch (HistoryUnusable e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private SeriesRecorder series(WatchConfig config, HistoryFile history, Clock clock) {
        var folder = history.path().resolveSibling("");
        return SeriesRecorder.start(folder, config.history().charts(), clock, this::tell);
    }

    private void tell(String sentence) {
        var err = spec.commandLine().getErr();
        err.println("taut watch: " + sentence);
        err.flush();
    }

    private static void resume(Watch watch, Past past, Clock clock) {
        var lastSeen = past.lastSeen();
        watch.resume(past.incidents(), past.usual(), lastSeen == null ? clock.instant() : lastSeen);
    }

    private static Ladder ladder(Clock clock) {
        var timeouts = StepTimeouts.each(STEP_TIMEOUT).with(Step.CONNECT, CONNECT_TIMEOUT);
        return new Ladder(clock, timeouts, Resolver.system());
    }
}
