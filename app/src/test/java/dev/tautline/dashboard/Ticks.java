package dev.tautline.dashboard;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Diagnosis.Open;
import dev.tautline.diagnosis.Diagnosis.RuledOut;
import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.PoolView;
import dev.tautline.diagnosis.PoolerView;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.RequestView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerActivity;
import dev.tautline.diagnosis.ServerReplication;
import dev.tautline.diagnosis.ServerStatements;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.Symptom;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.diagnosis.Unit;
import dev.tautline.finding.Owner;
import dev.tautline.incident.Impact;
import dev.tautline.incident.Incident;
import dev.tautline.incident.Shortfall;
import dev.tautline.incident.TimelineEntry;
import dev.tautline.incident.TimelineEntry.Kind;
import dev.tautline.watch.Watch.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Hand-made seconds of a watch: a shop of three instances on a primary and a standby. Values swing a little with the
/// second, as life does, and the same second gives the same values.
public final class Ticks {
    /// When the hand-made outage begins, unless a test says otherwise.
    static final Instant ONSET = Instant.parse("2024-06-07T10:45:00Z");

    static final String PASSWORD = "correct-horse-battery";

    private Ticks() {}

    public static Tick healthy(Instant at) {
        return tick(at, 20, List.of(), List.of(), List.of(former(ONSET)));
    }

    public static Tick failing(Instant at) {
        return failing(at, ONSET);
    }

    public static Tick failing(Instant at, Instant onset) {
        return tick(
                at,
                1,
                List.of(shrunk(onset)),
                List.of(new Symptom(
                        Symptom.Kind.POOL_EXHAUSTED,
                        "store-2",
                        "store-2: pool shop: 1 of 1 connections in use, 14 waiting, 3 gave up")),
                List.of(poolTooSmall(onset, null), former(onset)));
    }

    public static Tick pathBroken(Instant at) {
        var sound = scene(at, 20, List.of());
        var routes = List.of(sound.routes().getFirst(), Ladders.refused("standby", at));
        return new Tick(
                new Scene(at, sound.instances(), routes, sound.servers(), sound.changes()),
                new Symptoms(List.of(new Symptom(
                        Symptom.Kind.CANARY_FAILED,
                        "standby",
                        "a new connection to standby fails at step connect: Connection refused"))),
                List.of(),
                0);
    }

    public static Tick silent(Instant at) {
        var sound = scene(at, 20, List.of());
        var instances = new ArrayList<InstanceView>(sound.instances());
        var gone = instances.getLast();
        instances.set(
                2,
                new InstanceView(
                        gone.service(), gone.name(), gone.startedAt(), 6, gone.pools(), gone.requests(), null));
        return new Tick(
                new Scene(at, instances, sound.routes(), sound.servers(), List.of()),
                new Symptoms(List.of()),
                List.of(),
                0);
    }

    public static Tick recovering(Instant at) {
        return tick(at, 20, List.of(shrunk(ONSET)), List.of(), List.of(poolTooSmall(ONSET, null)));
    }

    /// After the outage that began at `onset` and lasted a minute and a half.
    public static Tick resolved(Instant at, Instant onset) {
        return tick(at, 20, List.of(), List.of(), List.of(poolTooSmall(onset, onset.plusSeconds(94)), former(onset)));
    }

    static Change shrunk(Instant onset) {
        return new Change(
                onset.minusSeconds(2), Change.Kind.CLIENT_SETTING, "store-2", "shop.maximumPoolSize", "20", "1");
    }

    private static Tick tick(
            Instant at, int poolOfSecond, List<Change> changes, List<Symptom> symptoms, List<Incident> incidents) {
        return new Tick(scene(at, poolOfSecond, changes), new Symptoms(symptoms), incidents, 2);
    }

    private static Scene scene(Instant at, int poolOfSecond, List<Change> changes) {
        return new Scene(
                at,
                List.of(
                        instance("store-1", at, 20),
                        instance("store-2", at, poolOfSecond),
                        instance("store-3", at, 20)),
                List.of(Ladders.reached("primary", at), Ladders.reached("standby", at)),
                List.of(server("primary", at)),
                changes);
    }

    private static InstanceView instance(String name, Instant at, int poolSize) {
        boolean well = poolSize > 1;
        double swing = Math.sin((at.getEpochSecond() + name.hashCode()) / 7.0);
        var pool = new PoolView(
                "shop",
                List.of("primary.shop.internal"),
                poolSize,
                well ? (int) Math.round(6 + 2 * swing) : 1,
                well ? (int) Math.round(14 - 2 * swing) : 0,
                well ? 0 : 14,
                poolSize,
                well ? 0 : 3,
                new Reading("borrows", well ? 120 : 24, 120.0, Unit.PER_SECOND),
                new Reading("wait for a connection p95", well ? 0.4 : 2980, 0.4, Unit.MILLIS),
                new Reading("connections held for", 40, 41.0, Unit.MILLIS),
                List.of(),
                List.of());
        return new InstanceView(
                "store", name, Instant.parse("2024-06-07T08:00:00Z"), 0, List.of(pool), requests(well, swing), null);
    }

    private static RequestView requests(boolean well, double swing) {
        return new RequestView(
                well ? 300 : 70,
                well ? 0 : 0.12,
                well ? 0 : 0.8,
                new Reading("requests", (well ? 100 : 24) + 6 * swing, 100.0, Unit.PER_SECOND),
                new Reading("requests p95", well ? 48 + 5 * swing : 3100 + 90 * swing, 48.0, Unit.MILLIS),
                new Reading("requests take", well ? 31 : 1800, 31.0, Unit.MILLIS),
                new Reading("waiting for a connection", well ? 0.3 : 1760, 0.3, Unit.MILLIS),
                new Reading("holding a connection", 22, 22.0, Unit.MILLIS),
                new Reading("own work", 9, 9.0, Unit.MILLIS));
    }

    private static ServerView server(String name, Instant at) {
        return ServerView.of(name, ServerActivity.of(new ServerView.Sessions(4, 240, 20, 0, 4, 216), 60, 100))
                .statements(new ServerStatements(
                        new Reading("mean statement time", 0.8 + 0.05 * (at.getEpochSecond() % 3), 0.8, Unit.MILLIS),
                        new Reading("statements", 960, 950.0, Unit.PER_SECOND),
                        0,
                        null))
                .replication(ServerReplication.ofPrimary(
                        new ServerView.Standby("standby", "10.0.4.12", "streaming", 0, 0.4)))
                .pooler(new PoolerView(
                        "pooler.example:6432",
                        "",
                        List.of(new PoolerView.Pool("shop", "app", 18, 0, 6, 4, 0, 20, 0.0, "transaction", false))))
                .build();
    }

    static Incident poolTooSmall(Instant onset, @Nullable Instant resolvedAt) {
        var timeline = new ArrayList<TimelineEntry>(List.of(
                new TimelineEntry(shrunk(onset).at(), Kind.CHANGE, shrunk(onset).toString()),
                new TimelineEntry(onset.plusSeconds(1), Kind.DETECTED, "incident opened"),
                new TimelineEntry(
                        onset.plusSeconds(1),
                        Kind.SYMPTOM,
                        "store-2: pool shop: 1 of 1 connections in use, 14 waiting, 3 gave up"),
                new TimelineEntry(
                        onset.plusSeconds(2),
                        Kind.CAUSE,
                        "cause named: Connection pool too small: the pool shop of store-2 has maximumPoolSize 1 and"
                                + " needs more")));
        if (resolvedAt != null) {
            timeline.add(new TimelineEntry(resolvedAt, Kind.RESOLVED, "health proven"));
        }
        return new Incident(
                "20240607-104501",
                onset,
                onset.plusSeconds(1),
                onset.plusSeconds(2),
                resolvedAt,
                becauseOfThePool(onset),
                ruledOut(),
                List.of(new Open(
                        new Cause("connection-leak", "Connection leak", Owner.APPLICATION),
                        "nothing was returned to store-2's pool while it was looked at")),
                List.of(new Symptom(
                        Symptom.Kind.POOL_EXHAUSTED,
                        "store-2",
                        "store-2: pool shop: 1 of 1 connections in use, 14 waiting, 3 gave up")),
                new Impact(4120, 61, 402, 300, 99, List.of(new Shortfall("orders", 12, 3, 14))),
                timeline);
    }

    private static Supported becauseOfThePool(Instant onset) {
        return new Supported(
                new Cause("pool-too-small", "Connection pool too small", Owner.APPLICATION),
                "store-2",
                Strength.CERTAIN,
                "the pool shop of store-2 has maximumPoolSize 1 and needs more",
                List.of(
                        "store-2's pool shop: 1 of 1 connections in use, 14 waiting, 3 gave up",
                        "changed at " + shrunk(onset).at() + ": " + shrunk(onset),
                        "store-1's pool shop: 6 of 20 connections in use, nobody waits",
                        "rate × hold time needs 4.8 connections"),
                "Set maximumPoolSize of pool shop on store-2 back to 20 at application.yml:14 and redeploy it.",
                shrunk(onset));
    }

    private static List<RuledOut> ruledOut() {
        return List.of(
                new RuledOut(
                        new Cause("traffic-spike", "Traffic spike", Owner.PLATFORM),
                        List.of("requests over all instances 224/s (usually 300/s)")),
                new RuledOut(
                        new Cause("slow-database", "Slow database", Owner.DATABASE),
                        List.of("primary: mean statement time 0.85 ms (usually 0.80 ms)")),
                new RuledOut(
                        new Cause("network-latency", "Network latency", Owner.NETWORK),
                        List.of("primary: minimum round trip 0.21 ms (usually 0.20 ms)")),
                new RuledOut(
                        new Cause("lock-contention", "Lock contention", Owner.APPLICATION),
                        List.of("primary: 0 of 240 sampled sessions waited for a lock")),
                new RuledOut(
                        new Cause("slow-frontend", "Slow frontend or application code", Owner.APPLICATION),
                        List.of("store-2: own work 9 ms (usually 9 ms), 1 % of the request's 1800 ms")));
    }

    /// Thirteen hours and some before the other one.
    private static Incident former(Instant other) {
        var onset = other.minus(Duration.ofMinutes(821)).minusSeconds(50);
        var resolved = onset.plus(Duration.ofSeconds(74));
        return new Incident(
                "20240606-210311",
                onset,
                onset.plusSeconds(1),
                onset.plusSeconds(3),
                resolved,
                new Supported(
                        new Cause("wrong-published-address", "Node published at a wrong address", Owner.DATABASE),
                        "standby",
                        Strength.CERTAIN,
                        "standby.shop.internal is published at 10.0.9.9, where it does not answer",
                        List.of("step connect to standby.shop.internal fails: no answer within 900 ms"),
                        "Publish standby.shop.internal at its working address 10.0.4.12 again.",
                        null),
                List.of(),
                List.of(),
                List.of(),
                new Impact(900, 210, 0, 120, 37),
                List.of(new TimelineEntry(onset.plusSeconds(1), Kind.DETECTED, "incident opened")));
    }
}
