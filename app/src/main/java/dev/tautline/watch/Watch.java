package dev.tautline.watch;

import dev.tautline.agent.AgentReport;
import dev.tautline.agent.AgentReport.EffectiveSetting;
import dev.tautline.diagnosis.Diagnostician;
import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.diagnosis.hypothesis.Hypotheses;
import dev.tautline.history.Usual;
import dev.tautline.incident.Actions;
import dev.tautline.incident.DeskPolicy;
import dev.tautline.incident.ImpactMeter;
import dev.tautline.incident.Incident;
import dev.tautline.incident.IncidentDesks;
import dev.tautline.incident.Troubles;
import dev.tautline.watch.WatchConfig.Target;
import dev.tautline.watch.server.ServerSample;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The watch itself: every second it takes what the lanes have brought, builds the scene, looks for symptoms, has
/// them diagnosed and tells its listeners. Nothing here waits for a lane.
public final class Watch {
    public static final Duration CADENCE = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final SteadyClock clock;
    private final Lanes lanes;
    private final Diagnostician diagnostician;
    private final Baselines baselines = new Baselines();
    private final Calm calm = new Calm();
    private final Changes changes = new Changes();
    private final ImpactMeter meter = new ImpactMeter();
    private final IncidentDesks desks;
    private final Actions actions;
    private final Troubles troubles;
    private final Instances instances;
    private final Routes routes;
    private final Servers servers;
    private final Poolers poolers;
    private final Queue<Runnable> between = new ConcurrentLinkedQueue<>();
    /// Null while nobody runs this.
    private @Nullable OwnDelay ownDelay;

    private final List<Consumer<Tick>> listeners = new CopyOnWriteArrayList<>();

    /// What one second showed. `skippedSamples` counts, since the start, samples that were due while an earlier
    /// one of the same lane was still running.
    public record Tick(Scene scene, Symptoms symptoms, List<Incident> incidents, long skippedSamples) {}

    /// @param policy what the team wants of its incidents
    /// @param actions what people ask for while it runs
    /// @param troubles what is wrong with the guard itself
    public Watch(
            SteadyClock clock,
            Lanes lanes,
            Diagnostician diagnostician,
            DeskPolicy policy,
            Actions actions,
            Troubles troubles) {
        this.desks = new IncidentDesks(policy, Hypotheses.dangers());
        this.actions = actions;
        this.troubles = troubles;
        this.clock = clock;
        this.lanes = lanes;
        this.diagnostician = diagnostician;
        var since = clock.instant();
        this.instances = new Instances(baselines, changes, since);
        this.routes = new Routes(baselines, changes, since);
        this.servers = new Servers(baselines, changes, since);
        this.poolers = new Poolers(changes, since);
    }

    /// Goes on where an earlier watch ended; before [#run].
    ///
    /// @param past its incidents, the newest first
    /// @param usual what [#usual] answered
    /// @param lastSeen when it was last known to run
    public void resume(List<Incident> past, Usual usual, Instant lastSeen) {
        var watched = new HashSet<String>();
        lanes.canaries().keySet().forEach(target -> watched.add(target.name()));
        lanes.agents().keySet().forEach(agent -> watched.add(agent.name()));
        baselines.learn(usual.lately(), usual.seasons());
        troubles.resume(past);
        desks.resume(past, watched, lastSeen, clock.instant());
    }

    /// What was learnt of each signal. Only on the watch's own thread: for listeners.
    public Usual usual() {
        return new Usual(baselines.past(), baselines.seasons());
    }

    /// What is known of every subject now. Only on the watch's own thread: for listeners.
    public List<InForce> inForce() {
        return changes.inForce();
    }

    /// From the next tick on, this is watched; what was watched before goes on under its lanes.
    public void change(WatchConfig config) {
        between.add(() -> {
            lanes.change(config);
            desks.change(config.incidents());
        });
    }

    /// Called after each tick on the watch's own thread; a listener must not block.
    public void listen(Consumer<Tick> listener) {
        listeners.add(listener);
    }

    /// Watches until its thread is interrupted.
    public void run() {
        try (var delay = new OwnDelay(baselines)) {
            ownDelay = delay;
            tickEachSecond();
        } finally {
            ownDelay = null;
        }
    }

    private void tickEachSecond() {
        long due = System.nanoTime();
        while (!Thread.currentThread().isInterrupted()) {
            due += CADENCE.toNanos();
            while (System.nanoTime() < due && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            tickSafely();
        }
    }

    private void tickSafely() {
        try {
            for (var next = between.poll(); next != null; next = between.poll()) {
                next.run();
            }
            var tick = tick();
            listeners.forEach(listener -> listener.accept(tick));
        } catch (RuntimeException e) {
            // One second that cannot be judged must not end the watch.
            LOG.error("a second could not be judged", e);
        }
    }

    /// An outage keeps the time by which it began, so that its durations are true; in calm nothing depends on it.
    private void mindTheClock() {
        clock.jump().ifPresent(by -> {
            if (desks.outage()) {
                desks.clockWasSet(by, clock.instant());
                return;
            }
            LOG.warn("the machine's clock was set by {} s, or the machine slept", by.toSeconds());
            clock.follow();
            lanes.shift(by);
            if (by.isNegative()) {
                changes.shift(by);
            }
        });
    }

    private Tick tick() {
        mindTheClock();
        var scene = scene(clock.instant());
        var symptoms = Symptoms.in(scene);
        meter.take(reports(), scene.at());
        troubles.pass(scene.at());
        lanes.dead(scene.at(), troubles);
        actions.apply(desks, troubles, scene.at());
        desks.tick(scene, symptoms, diagnostician.diagnose(scene, symptoms), meter);
        var incidents = desks.all();
        boolean healthy = symptoms.none() && !desks.outage();
        baselines.endTick(healthy, scene.at());
        servers.endTick(healthy);
        calm.endTick(scene, symptoms);
        instances.endTick(scene.instances(), symptoms);
        return new Tick(scene, symptoms, with(troubles.all(), incidents), lanes.skipped());
    }

    private static List<Incident> with(List<Incident> own, List<Incident> ofServices) {
        return own.isEmpty()
                ? ofServices
                : Stream.concat(ofServices.stream(), own.stream()).toList();
    }

    private Scene scene(Instant now) {
        var present = lanes.agents().entrySet().stream()
                .map(lane ->
                        instances.view(lane.getKey().name(), lane.getValue().latest(), now))
                .filter(Objects::nonNull)
                .toList();
        var roles = roles(present);
        return new Scene(
                now,
                present,
                lanes.canaries().entrySet().stream()
                        .map(lane -> routes.view(lane.getKey(), lane.getValue().latest(), standing(lane.getKey()), now))
                        .toList(),
                lanes.servers().entrySet().stream()
                        .flatMap(lane ->
                                server(lane.getKey(), roles, lane.getValue().latest(), now).stream())
                        .toList(),
                changes.all(),
                calm.until(),
                ownDelay == null ? null : ownDelay.reading());
    }

    private Optional<ServerView> server(Target target, Set<String> roles, Sampled<ServerSample> sampled, Instant now) {
        var view = servers.view(target.name(), target.probe().database(), roles, sampled, now);
        var lane = lanes.poolers().get(target);
        var pooler = poolers.view(target, lane, now);
        return Optional.ofNullable(view)
                .map(seen -> seen.but()
                        .pooler(pooler)
                        .withheld(Stream.concat(seen.withheld().stream(), Poolers.withheld(lane).stream())
                                .toList())
                        .build());
    }

    private Sampled<ServerSample> standing(Target target) {
        var lane = lanes.servers().get(target);
        return lane == null ? Sampled.nothingYet() : lane.latest();
    }

    /// Those that the pools log in with.
    private static Set<String> roles(List<InstanceView> instances) {
        return instances.stream()
                .flatMap(instance -> instance.pools().stream())
                .flatMap(pool -> pool.setting("username").stream())
                .map(EffectiveSetting::value)
                .collect(Collectors.toSet());
    }

    private Map<String, AgentReport> reports() {
        var reports = new LinkedHashMap<String, AgentReport>();
        lanes.agents().forEach((source, lane) -> {
            var report = lane.latest().value();
            if (report != null) {
                reports.put(source.name(), report);
            }
        });
        return reports;
    }
}
