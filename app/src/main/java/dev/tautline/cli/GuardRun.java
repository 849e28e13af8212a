package dev.tautline.cli;

import dev.tautline.alert.Outbox;
import dev.tautline.alert.Senders;
import dev.tautline.alert.quiet.Silences;
import dev.tautline.control.ControlApi;
import dev.tautline.control.GuardFile;
import dev.tautline.control.Reachable;
import dev.tautline.dashboard.Dashboard;
import dev.tautline.dashboard.Findings;
import dev.tautline.dashboard.Seconds;
import dev.tautline.dashboard.access.Access;
import dev.tautline.dashboard.access.Account;
import dev.tautline.diagnosis.Diagnostician;
import dev.tautline.diagnosis.hypothesis.Hypotheses;
import dev.tautline.history.HistoryFile;
import dev.tautline.history.Past;
import dev.tautline.history.Post;
import dev.tautline.history.Recorder;
import dev.tautline.history.series.SeriesReader;
import dev.tautline.history.series.SeriesRecorder;
import dev.tautline.incident.Actions;
import dev.tautline.incident.Troubles;
import dev.tautline.labdoor.DoorRelay;
import dev.tautline.machine.HangUpSignal;
import dev.tautline.metrics.Metrics;
import dev.tautline.probe.Ladder;
import dev.tautline.probe.Resolver;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepTimeouts;
import dev.tautline.settings.Secret;
import dev.tautline.watch.Lanes;
import dev.tautline.watch.SteadyClock;
import dev.tautline.watch.Watch;
import dev.tautline.watch.WatchConfig;
import dev.tautline.watch.WatchFileUnusable;
import io.javalin.config.RoutesConfig;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/// The guard on duty: puts the watch, its history, its messages and its API together, and takes them apart again.
final class GuardRun {
    /// Two misses in a row are an outage, and they must fit into two periods of the watch.
    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(600);

    /// A server that takes longer for any one step is as good as silent to a shop.
    private static final Duration STEP_TIMEOUT = Duration.ofMillis(800);

    /// 128 bits are beyond guessing.
    private static final int TOKEN_BYTES = 16;

    private final GuardReading reading;
    private final SteadyClock clock;
    private final PrintWriter out;
    private final Consumer<String> says;
    private final Actions actions = new Actions();
    private final Troubles troubles = new Troubles();
    private final AtomicReference<Reloaded> running = new AtomicReference<>(config -> {});

    /// Takes what a file says into what runs.
    private interface Reloaded {
        void take(WatchConfig config);
    }

    /// @param folder of the history
    /// @param port of the dashboard, 0 for any free one
    /// @param gameDay of a guard beside a lab
    record Place(Path folder, int port, Optional<GameDayAccess> gameDay) {}

    /// @param says hears, in one sentence each, what a person must know
    GuardRun(GuardReading reading, SteadyClock clock, PrintWriter out, Consumer<String> says) {
        this.reading = reading;
        this.clock = clock;
        this.out = out;
        this.says = says;
    }

    /// Until its thread is interrupted.
    ///
    /// @throws dev.tautline.dashboard.PortUnusableException when the dashboard cannot be served
    /// @throws dev.tautline.history.HistoryUnusable when the folder cannot be had
    void run(WatchConfig config, Place place) {
        var witness = new TroubledWitness(says, troubles, clock);
        try (var history = HistoryFile.in(place.folder(), config.history().keep(), clock, witness)) {
            witness.calls(history.path().toString());
            run(config, place, history);
        }
    }

    private void run(WatchConfig config, Place place, HistoryFile history) {
        var past = history.past();
        var silences = new Silences(past.silences());
        var token = token();
        var control = new ControlApi(actions, silences, this::reload, clock);
        try (var metrics = Metrics.start(config.metrics());
                var relay = place.gameDay().map(GameDayAccess::relay).orElse(null);
                var dashboard = dashboard(config, place, token, routes(control, metrics, relay));
                var _ = Reachable.at(
                        place.folder(),
                        new GuardFile(
                                dashboard.localUrl(),
                                token,
                                ProcessHandle.current().pid()),
                        says);
                var lanes = Lanes.start(config, ladder(), clock)) {
            var outbox = new Outbox(config.alerts(), silences, dashboard.url(), past.deliveries());
            var watch =
                    new Watch(clock, lanes, new Diagnostician(Hypotheses.all()), config.incidents(), actions, troubles);
            resume(watch, past);
            watch.listen(tick -> control.accept(tick.incidents()));
            watch.listen(metrics::accept);
            run(config, watch, outbox, history, dashboard);
        }
    }

    private static List<Consumer<RoutesConfig>> routes(ControlApi control, Metrics metrics, @Nullable DoorRelay relay) {
        return relay == null
                ? List.of(control::addTo, metrics::addTo)
                : List.of(control::addTo, metrics::addTo, relay::addTo);
    }

    /// Who may read the guard's own folder may do what its owner may, and so may who plays a game day.
    private Dashboard dashboard(WatchConfig config, Place place, Secret token, List<Consumer<RoutesConfig>> more) {
        var served = config.dashboard().withPort(place.port());
        var accounts = new ArrayList<>(served.and(Account.Token.of("this machine", token)));
        place.gameDay().map(GameDayAccess::operator).ifPresent(accounts::add);
        return Dashboard.start(
                served,
                new Access(served.open(), accounts, clock),
                SeriesReader.in(place.folder()),
                new Findings(served.findings(), WatchFindings::of, clock),
                more);
    }

    private void run(WatchConfig config, Watch watch, Outbox outbox, HistoryFile history, Dashboard dashboard) {
        var console = new WatchConsole(out, Ansi.AUTO, ZoneId.systemDefault());
        var pulse = new Pulse(clock);
        try (var senders = Senders.start(outbox, config.alerts().receivers(), new Random(), clock, says, this::fares);
                var heartbeats = new Heartbeats(pulse::beats, clock, says);
                var recorder = Recorder.start(history, Post.both(outbox, actions::written));
                var series = SeriesRecorder.start(
                        history.path().resolveSibling(""), config.history().charts(), clock, says)) {
            heartbeats.keep(config.alerts().heartbeats());
            running.set(read -> {
                outbox.change(read.alerts());
                senders.serve(read.alerts().receivers());
                heartbeats.keep(read.alerts().heartbeats());
                watch.change(read);
            });
            if (!HangUpSignal.runs(this::reloadAndSay)) {
                says.accept("this system has no hang-up signal; the file is read again over the API only");
            }
            watch.listen(pulse::accept);
            watch.listen(tick -> recorder.accept(tick.scene().at(), tick.incidents(), watch::usual));
            watch.listen(tick -> series.accept(Seconds.of(tick, watch.inForce())));
            watch.listen(console::accept);
            watch.listen(dashboard::accept);
            out.printf("Watching %s; dashboard at %s%n", watched(config), dashboard.url());
            out.flush();
            watch.run();
        }
    }

    private static String watched(WatchConfig config) {
        return count(config.targets().size(), "server") + " and "
                + count(config.agents().size(), "application");
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private String reload() {
        var config = reading.read();
        running.get().take(config);
        var sentence = reading.file() + " was read again: watching " + watched(config) + ", telling "
                + count(config.alerts().receivers().size(), "receiver")
                + "; another port of the dashboard or folder of the history counts from the next start";
        says.accept(sentence);
        return sentence;
    }

    private void reloadAndSay() {
        try {
            reload();
        } catch (WatchFileUnusable e) {
            says.accept("the file cannot be used, and the old one goes on:" + System.lineSeparator() + e.getMessage());
        }
    }

    private void fares(String receiver, @Nullable String why) {
        if (why == null) {
            troubles.over(Troubles.Trouble.RECEIVER_FAILING, receiver, clock.instant());
        } else {
            troubles.found(
                    Troubles.Trouble.RECEIVER_FAILING,
                    receiver,
                    "receiver " + receiver + " takes nothing: " + why,
                    clock.instant());
        }
    }

    private void resume(Watch watch, Past past) {
        var lastSeen = past.lastSeen();
        watch.resume(past.incidents(), past.usual(), lastSeen == null ? clock.instant() : lastSeen);
    }

    private static Secret token() {
        var bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Secret.of(HexFormat.of().formatHex(bytes));
    }

    private Ladder ladder() {
        var timeouts = StepTimeouts.each(STEP_TIMEOUT).with(Step.CONNECT, CONNECT_TIMEOUT);
        return new Ladder(clock, timeouts, Resolver.system());
    }
}
