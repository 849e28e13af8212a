package dev.tautline.history;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Diagnosis.Open;
import dev.tautline.diagnosis.Diagnosis.RuledOut;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Symptom;
import dev.tautline.finding.Owner;
import dev.tautline.incident.Impact;
import dev.tautline.incident.Incident;
import dev.tautline.incident.TimelineEntry;
import dev.tautline.incident.TimelineEntry.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Incidents in which every part is filled.
public final class Incidents {
    public static final Instant ONSET = Instant.parse("2026-06-07T10:45:00Z");

    private Incidents() {}

    public static Incident open(String id) {
        return incident(id, null);
    }

    public static Incident resolved(String id, Instant at) {
        return incident(id, at);
    }

    private static Incident incident(String id, @Nullable Instant resolvedAt) {
        var pool = new Cause("pool-too-small", "Connection pool too small", Owner.APPLICATION);
        var change = new Change(ONSET.minusSeconds(3), Change.Kind.CLIENT_SETTING, "shop-3", "size", null, "1");
        return new Incident(
                id,
                ONSET,
                ONSET.plusSeconds(1),
                ONSET.plusSeconds(2),
                resolvedAt,
                new Supported(
                        pool,
                        "shop-3",
                        Strength.CERTAIN,
                        "pool buy has 1 connection and needs 5",
                        List.of("1 of 1 in use, 14 waiting"),
                        "set maximumPoolSize back to 20",
                        change),
                List.of(new RuledOut(
                        new Cause("traffic-spike", "Traffic spike", Owner.PLATFORM), List.of("224/s, usually 300/s"))),
                List.of(new Open(new Cause("connection-leak", "Connection leak", Owner.APPLICATION), "too early")),
                List.of(new Symptom(Symptom.Kind.POOL_EXHAUSTED, "shop-3", "pool buy is exhausted")),
                new Impact(4120, 61, 402, 300, 99),
                List.of(
                        new TimelineEntry(ONSET.plusSeconds(1), Kind.DETECTED, "incident opened"),
                        new TimelineEntry(ONSET.plusSeconds(2), Kind.CAUSE, "cause named: Connection pool too small")));
    }
}
