package dev.tautline.watch;

import dev.tautline.agent.AgentReport;
import dev.tautline.incident.Troubles;
import dev.tautline.incident.Troubles.Trouble;
import dev.tautline.probe.Ladder;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.watch.CanaryClimb.Climb;
import dev.tautline.watch.WatchConfig.AgentSource;
import dev.tautline.watch.WatchConfig.Target;
import dev.tautline.watch.pooler.PoolerLook;
import dev.tautline.watch.pooler.PoolerSample;
import dev.tautline.watch.server.ServerLook;
import dev.tautline.watch.server.ServerSample;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// All lanes of a watch: per target a canary and a look into the server (two connections at most) and into the pooler
/// before it, per application one that asks its agent.
public final class Lanes implements AutoCloseable {
    /// Every wait inside a sample has a deadline of seconds.
    private static final Duration LONGEST_SAMPLE = Duration.ofMinutes(1);

    private final HttpClient http;
    private final Map<Target, Lane<Climb>> canaries = new LinkedHashMap<>();
    private final Map<Target, Lane<ServerSample>> servers = new LinkedHashMap<>();
    private final Map<Target, Lane<PoolerSample>> poolers = new LinkedHashMap<>();
    private final Map<AgentSource, Lane<AgentReport>> agents = new LinkedHashMap<>();

    private final Ladder ladder;
    private final Clock clock;

    private Lanes(HttpClient http, Ladder ladder, Clock clock) {
        this.http = http;
        this.ladder = ladder;
        this.clock = clock;
    }

    public static Lanes start(WatchConfig config, Ladder ladder, Clock clock) {
        var lanes = new Lanes(
                HttpClient.newBuilder().connectTimeout(Duration.ofMillis(500)).build(), ladder, clock);
        lanes.change(config);
        return lanes;
    }

    /// Starts lanes for what is new, ends those of what is gone, and lets all others run on. On the watch's thread.
    void change(WatchConfig config) {
        retain(canaries, config.targets());
        retain(servers, config.targets());
        retain(poolers, config.targets());
        retain(agents, config.agents());
        for (var target : config.targets()) {
            canaries.computeIfAbsent(target, this::canary);
            servers.computeIfAbsent(target, this::server);
            var console = target.pooler();
            if (console != null) {
                poolers.computeIfAbsent(target, key -> pooler(key.name(), console));
            }
        }
        config.agents().forEach(agent -> agents.computeIfAbsent(agent, this::agent));
    }

    private static <K, T> void retain(Map<K, Lane<T>> lanes, List<K> wanted) {
        var gone = new ArrayList<>(lanes.keySet());
        gone.removeAll(wanted);
        gone.forEach(key -> {
            var lane = lanes.remove(key);
            if (lane != null) {
                lane.close();
            }
        });
    }

    private Lane<Climb> canary(Target target) {
        var climb = new CanaryClimb(ladder, target.probe(), Crowding.ofThisMachine());
        return Lane.start("canary-" + target.name(), climb, Watch.CADENCE, clock);
    }

    private Lane<ServerSample> server(Target target) {
        var look = new ServerLook(target.probe(), clock);
        return Lane.start("server-" + target.name(), source(look::sample, look::close), Watch.CADENCE, clock);
    }

    private Lane<PoolerSample> pooler(String name, ProbeTarget console) {
        var look = new PoolerLook(console);
        return Lane.start("pooler-" + name, source(look::sample, look::close), Watch.CADENCE, clock);
    }

    private Lane<AgentReport> agent(AgentSource agent) {
        return Lane.start("agent-" + agent.name(), new AgentPoll(http, agent.url()), Watch.CADENCE, clock);
    }

    private static <T> Lane.Source<T> source(Callable<T> sample, Runnable close) {
        return new Lane.Source<>() {
            @Override
            public T sample() throws Exception {
                return sample.call();
            }

            @Override
            public void close() {
                close.run();
            }
        };
    }

    Map<Target, Lane<Climb>> canaries() {
        return canaries;
    }

    Map<Target, Lane<ServerSample>> servers() {
        return servers;
    }

    Map<Target, Lane<PoolerSample>> poolers() {
        return poolers;
    }

    Map<AgentSource, Lane<AgentReport>> agents() {
        return agents;
    }

    /// Tells of lanes that bring nothing any more, which is not the same as a source that does not answer.
    void dead(Instant at, Troubles troubles) {
        long now = System.nanoTime();
        canaries.forEach((target, lane) -> told(lane, "canary-" + target.name(), now, at, troubles));
        servers.forEach((target, lane) -> told(lane, "server-" + target.name(), now, at, troubles));
        poolers.forEach((target, lane) -> told(lane, "pooler-" + target.name(), now, at, troubles));
        agents.forEach((agent, lane) -> told(lane, "agent-" + agent.name(), now, at, troubles));
    }

    private static void told(Lane<?> lane, String name, long now, Instant at, Troubles troubles) {
        if (lane.dead(now, LONGEST_SAMPLE)) {
            troubles.found(
                    Trouble.LANE_DEAD, name, "the lane " + name + " has brought nothing for a minute or more", at);
        } else {
            troubles.over(Trouble.LANE_DEAD, name, at);
        }
    }

    /// See [Lane#shift].
    void shift(Duration by) {
        Stream.of(canaries, servers, poolers, agents)
                .flatMap(lanes -> lanes.values().stream())
                .forEach(lane -> lane.shift(by));
    }

    /// Samples that were due while an earlier one of the same lane was still running.
    long skipped() {
        return canaries.values().stream().mapToLong(Lane::skipped).sum()
                + servers.values().stream().mapToLong(Lane::skipped).sum()
                + poolers.values().stream().mapToLong(Lane::skipped).sum()
                + agents.values().stream().mapToLong(Lane::skipped).sum();
    }

    @Override
    public void close() {
        canaries.values().forEach(Lane::close);
        servers.values().forEach(Lane::close);
        poolers.values().forEach(Lane::close);
        agents.values().forEach(Lane::close);
        http.shutdownNow();
    }
}
