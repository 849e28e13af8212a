package dev.tautline.watch;

import dev.tautline.agent.AgentReport;
import dev.tautline.probe.Ladder;
import dev.tautline.watch.CanaryClimb.Climb;
import dev.tautline.watch.WatchConfig.AgentSource;
import dev.tautline.watch.WatchConfig.Target;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// All lanes of a watch: per target a canary and a look into the server (two connections at most), per application one
/// that asks its agent.
public final class Lanes implements AutoCloseable {
    private final HttpClient http;
    private final Map<Target, Lane<Climb>> canaries = new LinkedHashMap<>();
    private final Map<Target, Lane<ServerSample>> servers = new LinkedHashMap<>();
    private final Map<AgentSource, Lane<AgentReport>> agents = new LinkedHashMap<>();

    private Lanes(HttpClient http) {
        this.http = http;
    }

    public static Lanes start(WatchConfig config, Ladder ladder, Clock clock) {
        var lanes = new Lanes(
                HttpClient.newBuilder().connectTimeout(Duration.ofMillis(500)).build());
        for (var target : config.targets()) {
            var climb = new CanaryClimb(ladder, target.probe());
            lanes.canaries.put(target, Lane.start("canary-" + target.name(), climb, Watch.CADENCE, clock));
            var look = new ServerLook(target.probe());
            lanes.servers.put(target, Lane.start("server-" + target.name(), look, Watch.CADENCE, clock));
        }
        for (var agent : config.agents()) {
            var poll = new AgentPoll(lanes.http, agent.url());
            lanes.agents.put(agent, Lane.start("agent-" + agent.name(), poll, Watch.CADENCE, clock));
        }
        return lanes;
    }

    Map<Target, Lane<Climb>> canaries() {
        return canaries;
    }

    Map<Target, Lane<ServerSample>> servers() {
        return servers;
    }

    Map<AgentSource, Lane<AgentReport>> agents() {
        return agents;
    }

    /// Samples that were due while an earlier one of the same lane was still running.
    long skipped() {
        return canaries.values().stream().mapToLong(Lane::skipped).sum()
                + servers.values().stream().mapToLong(Lane::skipped).sum()
                + agents.values().stream().mapToLong(Lane::skipped).sum();
    }

    @Override
    public void close() {
        canaries.values().forEach(Lane::close);
        servers.values().forEach(Lane::close);
        agents.values().forEach(Lane::close);
        http.shutdownNow();
    }
}
