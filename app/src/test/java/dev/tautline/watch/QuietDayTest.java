package dev.tautline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.agent.AgentReport;
import dev.tautline.agent.AgentReport.HostSecond;
import dev.tautline.agent.AgentReport.PoolReport;
import dev.tautline.agent.AgentReport.PoolSecond;
import dev.tautline.agent.AgentReport.RequestSecond;
import dev.tautline.agent.AgentReport.Visitors;
import dev.tautline.agent.Percentiles;
import dev.tautline.diagnosis.Diagnostician;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.diagnosis.hypothesis.Hypotheses;
import dev.tautline.incident.DeskPolicy;
import dev.tautline.incident.ImpactMeter;
import dev.tautline.incident.Incident;
import dev.tautline.incident.IncidentDesk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Healthy load is noisy: a day's tide of requests, bursts, single slow ones, pauses for garbage collection. None of it
/// may wake anybody. The clock is sped up; `-Dquiet.seconds=86400` makes it a whole day.
@Timeout(600)
class QuietDayTest {
    private static final long SEED = 2026;
    private static final int SECONDS = Integer.getInteger("quiet.seconds", 3600);
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int POOL = 20;

    private final Random random = new Random(SEED);
    private final Baselines baselines = new Baselines();
    private final Changes changes = new Changes();
    private final Instances instances = new Instances(baselines, changes, START);
    private final IncidentDesk desk = new IncidentDesk(DeskPolicy.DEFAULT);
    private final ImpactMeter meter = new ImpactMeter();
    private final Diagnostician diagnostician = new Diagnostician(Hypotheses.all());
    private final List<PoolSecond> pool = new ArrayList<>();
    private final List<RequestSecond> requests = new ArrayList<>();
    private final List<HostSecond> host = new ArrayList<>();

    @Test
    void wakesNobody() {
        for (int second = 0; second < SECONDS; second++) {
            tick(report(second), START.plusSeconds(second));
        }

        assertThat(desk.all()).as("seed " + SEED).isEmpty();
    }

    @Test
    void wakesSomebodyWhenAnOutageFollows() {
        for (int second = 0; second < 300; second++) {
            tick(report(second), START.plusSeconds(second));
        }
        for (int second = 300; second < 310; second++) {
            tick(exhausted(report(second)), START.plusSeconds(second));
        }

        assertThat(desk.all()).as("seed " + SEED).hasSize(1);
    }

    private void tick(AgentReport report, Instant now) {
        var view = instances.view("shop-1", new Sampled<>(report, now, null), now);
        var scene = new Scene(now, view == null ? List.of() : List.of(view), List.of(), List.of(), changes.all());
        var symptoms = Symptoms.in(scene);
        meter.take(Map.of("shop-1", report), now);
        desk.tick(scene, symptoms, diagnostician.diagnose(scene, symptoms), meter);
        baselines.endTick(symptoms.none() && desk.all().stream().noneMatch(Incident::open), now);
    }

    private AgentReport report(int second) {
        long epoch = START.getEpochSecond() + second;
        // The tide: a third of the peak at night.
        double rate = 60 + 30 * Math.sin(2 * Math.PI * second / 86_400 - Math.PI / 2);
        boolean burst = random.nextInt(200) == 0;
        int count = (int) Math.max(0, Math.round(rate * (burst ? 1.5 : 1) + random.nextGaussian() * Math.sqrt(rate)));
        boolean pause = random.nextInt(600) == 0;
        long hold = Math.round(9000 * Math.exp(0.15 * random.nextGaussian()));
        long own = Math.round(4000 * Math.exp(0.15 * random.nextGaussian()) + (pause ? 120_000 : 0));
        long wait = Math.round(200 * Math.exp(0.4 * random.nextGaussian()));
        keep(pool, new PoolSecond(epoch - 1, 0, spread(count, wait), spread(count, hold), 0, Percentiles.NONE));
        keep(
                requests,
                new RequestSecond(
                        epoch - 1,
                        count,
                        0,
                        random.nextInt(300) == 0 ? 1 : 0,
                        spread(count, hold + own + wait),
                        spread(count, wait),
                        spread(count, hold),
                        spread(count, own)));
        keep(host, new HostSecond(epoch - 1, spread(100, pause ? 90_000 : 120)));
        int active = (int) Math.min(POOL - 2, Math.max(0, Math.round(rate * 0.009 + random.nextGaussian())));
        return of(epoch, active, 0, POOL - active);
    }

    private AgentReport exhausted(AgentReport healthy) {
        long epoch = healthy.at().getEpochSecond();
        pool.removeLast();
        keep(pool, new PoolSecond(epoch - 1, 3, spread(20, 900_000), spread(20, 9000), 0, Percentiles.NONE));
        return of(epoch, POOL, 30, 0);
    }

    private AgentReport of(long epoch, int active, int pending, int idle) {
        return new AgentReport(
                AgentReport.VERSION,
                "shop",
                "shop-1",
                START.minusSeconds(3600),
                Instant.ofEpochSecond(epoch),
                List.of(new PoolReport(
                        "buy",
                        "jdbc:postgresql://db.example:5432/shop",
                        POOL,
                        active,
                        idle,
                        pending,
                        POOL,
                        List.copyOf(pool),
                        List.of(),
                        List.of())),
                List.copyOf(requests),
                new Visitors(60, 300, 0, List.of()),
                List.copyOf(host));
    }

    private static Percentiles spread(int count, long mean) {
        return count == 0
                ? Percentiles.NONE
                : new Percentiles(count, Math.round(mean * 0.9), Math.round(mean * 1.6), mean * 2, mean);
    }

    private static <T> void keep(List<T> seconds, T next) {
        seconds.add(next);
        if (seconds.size() > 10) {
            seconds.removeFirst();
        }
    }
}
