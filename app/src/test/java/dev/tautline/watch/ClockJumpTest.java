package dev.tautline.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tautline.alert.AlertPolicy;
import dev.tautline.config.HistoryConfig;
import dev.tautline.config.MetricsConfig;
import dev.tautline.dashboard.access.DashboardConfig;
import dev.tautline.diagnosis.Diagnostician;
import dev.tautline.diagnosis.hypothesis.Hypotheses;
import dev.tautline.incident.Actions;
import dev.tautline.incident.DeskPolicy;
import dev.tautline.incident.Incident;
import dev.tautline.incident.Troubles;
import dev.tautline.lab.Deadline;
import dev.tautline.probe.Ladder;
import dev.tautline.probe.Resolver;
import dev.tautline.probe.StepTimeouts;
import dev.tautline.watch.Watch.Tick;
import dev.tautline.watch.WatchConfig.AgentSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A guard whose machine's clock is set while it watches an application on another machine.
@Timeout(120)
class ClockJumpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration HOUR = Duration.ofHours(1);

    private final SetClock wall = new SetClock();
    private final List<Tick> ticks = new CopyOnWriteArrayList<>();
    private final Instant started = Instant.now().minusSeconds(600);
    private volatile boolean failing;
    private HttpServer agent;
    private Lanes lanes;
    private Thread watching;

    @BeforeEach
    void watch() throws IOException {
        agent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        agent.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        agent.createContext("/", this::report);
        agent.start();
        var clock = new SteadyClock(wall, System::nanoTime);
        var source = new AgentSource(
                "shop-1", URI.create("http://127.0.0.1:" + agent.getAddress().getPort() + "/"));
        var config = new WatchConfig(
                DashboardConfig.DEFAULT,
                List.of(),
                List.of(source),
                HistoryConfig.DEFAULT,
                AlertPolicy.NONE,
                DeskPolicy.DEFAULT,
                MetricsConfig.DEFAULT);
        lanes = Lanes.start(
                config, new Ladder(clock, StepTimeouts.each(StepTimeouts.DEFAULT), Resolver.system()), clock);
        var watch = new Watch(
                clock, lanes, new Diagnostician(Hypotheses.all()), DeskPolicy.DEFAULT, new Actions(), new Troubles());
        watch.listen(ticks::add);
        watching = Thread.ofPlatform().daemon().start(watch::run);
        await("an agent that answers", () -> last().scene().instances().size() == 1);
    }

    @AfterEach
    void stop() {
        watching.interrupt();
        lanes.close();
        agent.stop(0);
    }

    @Test
    void inCalmTheGuardGoesByTheNewTimeAndNobodySeemsSilent() {
        wall.set(HOUR);
        await("the new time", () -> isNear(last().scene().at(), Instant.now().plus(HOUR)));
        wall.set(HOUR.multipliedBy(-2));
        await("the time before", () -> isNear(last().scene().at(), Instant.now().minus(HOUR)));
        int then = ticks.size();
        await("more seconds", () -> ticks.size() > then + 3);

        assertThat(ticks).allSatisfy(tick -> {
            assertThat(tick.symptoms().none()).as("%s", tick.symptoms()).isTrue();
            assertThat(tick.incidents()).isEmpty();
        });
        assertThat(last().scene().instances().getFirst().silentSeconds()).isZero();
    }

    @Test
    void anIncidentLastsAsLongAsItLastsAndCountsWhomItHits() {
        failing = true;
        await("an incident", () -> !last().incidents().isEmpty());
        wall.set(HOUR);
        int then = ticks.size();
        await("more seconds", () -> ticks.size() > then + 2);
        failing = false;
        await("its end", () -> !last().incidents().getFirst().open());

        var incident = last().incidents().getFirst();
        assertThat(Duration.between(incident.onset(), incident.resolvedAt())).isBetween(Duration.ZERO, PATIENCE);
        assertThat(incident.impact().failed()).isPositive();
        assertThat(incident.timeline())
                .extracting(entry -> entry.text())
                .anyMatch(text -> text.contains("clock is 3600 s ahead") || text.contains("clock is 3599 s ahead"));
        await("the new time", () -> isNear(last().scene().at(), Instant.now().plus(HOUR)));
        assertThat(last().incidents()).hasSize(1).noneMatch(Incident::open);
    }

    private static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(Duration.ofMinutes(5)) < 0;
    }

    private Tick last() {
        return ticks.getLast();
    }

    private void await(String what, BooleanSupplier seen) {
        Deadline.in(PATIENCE).await(what, () -> !ticks.isEmpty() && seen.getAsBoolean(), () -> "" + ticks.getLast());
    }

    /// The agent's own clock is right all the time.
    private void report(HttpExchange exchange) throws IOException {
        var now = Instant.now();
        var spread = "{\"count\": 30, \"p50\": 900, \"p95\": 900, \"max\": 900, \"mean\": 900}";
        var body = """
                {"version": 1, "service": "shop", "instance": "shop-1", "startedAt": "%s", "at": "%s", "pools": [],
                 "requests": [{"epochSecond": %d, "requests": 30, "errors": %d, "slow": 0, "totalMicros": %s,
                               "waitingMicros": %5$s, "holdingMicros": %5$s, "ownMicros": %5$s}],
                 "host": [], "visitors": {"windowSeconds": 60, "seen": 40, "affected": 0, "affectedWithin": []}}
                """.formatted(started, now, now.getEpochSecond() - 1, failing ? 30 : 0, spread);
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
