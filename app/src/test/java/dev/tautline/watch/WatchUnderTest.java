package dev.tautline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.alert.AlertPolicy;
import dev.tautline.config.HistoryConfig;
import dev.tautline.config.MetricsConfig;
import dev.tautline.dashboard.access.DashboardConfig;
import dev.tautline.diagnosis.Diagnostician;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.hypothesis.Hypotheses;
import dev.tautline.incident.Actions;
import dev.tautline.incident.DeskPolicy;
import dev.tautline.incident.Incident;
import dev.tautline.incident.TimelineEntry;
import dev.tautline.incident.Troubles;
import dev.tautline.lab.Deadline;
import dev.tautline.probe.Ladder;
import dev.tautline.probe.Resolver;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepTimeouts;
import dev.tautline.watch.Watch.Tick;
import dev.tautline.watch.WatchConfig.AgentSource;
import dev.tautline.watch.WatchConfig.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A watch in this process, as `taut watch` would run it.
final class WatchUnderTest implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    /// Each fault is an incident of its own, however soon after the one before.
    private static final DeskPolicy POLICY = new DeskPolicy(Duration.ZERO, null);

    private final Lanes lanes;
    private final Thread thread;
    private final AtomicReference<@Nullable Tick> latest = new AtomicReference<>();

    private WatchUnderTest(Lanes lanes, Watch watch) {
        this.lanes = lanes;
        watch.listen(latest::set);
        this.thread = Thread.ofPlatform().daemon().name("watch-under-test").start(watch::run);
    }

    static WatchUnderTest start(List<Target> targets, List<AgentSource> agents, Resolver resolver) {
        var clock = SteadyClock.system();
        var timeouts = StepTimeouts.each(Duration.ofMillis(800)).with(Step.CONNECT, Duration.ofMillis(600));
        var config = new WatchConfig(
                DashboardConfig.DEFAULT,
                targets,
                agents,
                HistoryConfig.DEFAULT,
                AlertPolicy.NONE,
                POLICY,
                MetricsConfig.DEFAULT);
        var lanes = Lanes.start(config, new Ladder(clock, timeouts, resolver), clock);
        return new WatchUnderTest(
                lanes,
                new Watch(clock, lanes, new Diagnostician(Hypotheses.all()), POLICY, new Actions(), new Troubles()));
    }

    /// The open incident has this cause.
    void awaitNamed(String cause, String subject) {
        Deadline.in(PATIENCE)
                .await(
                        cause + " on " + subject + " to be named",
                        () -> open().map(Incident::cause)
                                .filter(named -> is(named, cause, subject))
                                .isPresent(),
                        this::describe);
    }

    /// The open incident has this cause, and was never given another one.
    void awaitNamedAtOnce(String cause, String subject) {
        awaitNamed(cause, subject);
        var revised = open().stream()
                .flatMap(incident -> incident.timeline().stream())
                .filter(entry -> entry.kind() == TimelineEntry.Kind.REVISED)
                .toList();
        assertThat(revised).as(this::describe).isEmpty();
    }

    /// The open incident has this cause, after at most one other that was true for a moment.
    ///
    /// @param title of that other cause
    void awaitNamedAfter(String title, String cause, String subject) {
        awaitNamed(cause, subject);
        var named = open().stream()
                .flatMap(incident -> incident.timeline().stream())
                .filter(entry -> entry.kind() == TimelineEntry.Kind.CAUSE || entry.kind() == TimelineEntry.Kind.REVISED)
                .toList();
        assertThat(named.subList(0, named.size() - 1))
                .as(this::describe)
                .allMatch(entry -> entry.text().startsWith("cause named: " + title));
    }

    /// The timeline has a change of `what` on `subject`, to `after`.
    void awaitChange(String subject, String what, String after) {
        Deadline.in(PATIENCE)
                .await(
                        what + " of " + subject + " to be noticed",
                        () -> Optional.ofNullable(latest.get()).stream()
                                .flatMap(tick -> tick.scene().changes().stream())
                                .anyMatch(change -> change.subject().equals(subject)
                                        && change.what().equals(what)
                                        && after.equals(change.after())),
                        this::describe);
    }

    /// Every source has just told something, and nothing is wrong.
    void awaitCalm() {
        Deadline.in(PATIENCE).await("calm", this::calm, this::describe);
    }

    /// So long that what was before is over for the guard, too.
    void awaitLongCalm() {
        Deadline.in(PATIENCE)
                .await(
                        "calm for a while",
                        () -> calm()
                                && Optional.ofNullable(latest.get())
                                        .filter(WatchUnderTest::calmUntilNow)
                                        .isPresent(),
                        this::describe);
    }

    private static boolean calmUntilNow(Watch.Tick tick) {
        var until = tick.scene().calmUntil();
        return until != null && !until.isBefore(tick.scene().at().minusSeconds(2));
    }

    private boolean calm() {
        var tick = latest.get();
        return tick != null
                && tick.symptoms().none()
                && open().isEmpty()
                && tick.scene().routes().stream().allMatch(route -> route.passes());
    }

    private static boolean is(Supported named, String cause, String subject) {
        return named.cause().id().equals(cause) && named.subject().equals(subject);
    }

    private Optional<Incident> open() {
        var tick = latest.get();
        return tick == null
                ? Optional.empty()
                : tick.incidents().stream().filter(Incident::open).findFirst();
    }

    private String describe() {
        var tick = latest.get();
        if (tick == null) {
            return "no tick yet";
        }
        var text = new StringBuilder();
        tick.symptoms()
                .all()
                .forEach(symptom ->
                        text.append("symptom: ").append(symptom.statement()).append('\n'));
        open().ifPresent(incident -> {
            incident.timeline().forEach(entry -> text.append(entry).append('\n'));
            text.append("cause: ").append(incident.cause());
        });
        return text.toString();
    }

    @Override
    public void close() {
        thread.interrupt();
        lanes.close();
    }
}
