package dev.tautline.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.Diagnosis;
import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.PoolView;
import dev.tautline.diagnosis.RequestView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptom;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A failed standby, and a pool that somebody made too small on an instance that never asks that standby.
class IncidentDesksTest {
    private static final Instant START = Instant.parse("2026-06-07T10:45:00Z");
    private static final Symptom DOWN = new Symptom(Symptom.Kind.CANARY_FAILED, "db-2", "db-2 refuses");
    private static final Symptom FULL = new Symptom(Symptom.Kind.POOL_EXHAUSTED, "shop-3", "pool buy is exhausted");
    private static final Change SHRUNK =
            new Change(START, Change.Kind.CLIENT_SETTING, "shop-3", "buy.maximumPoolSize", "20", "1");
    private static final Supported STANDBY = new Supported(
            new Cause("server-down", "Database server down", Owner.DATABASE),
            "db-2",
            Strength.CERTAIN,
            "db-2 is down",
            List.of(),
            "start it",
            null);
    private static final Supported POOL = pool(Strength.CERTAIN);

    private IncidentDesks desks = new IncidentDesks(DeskPolicy.DEFAULT, List.of());
    private final ImpactMeter meter = new ImpactMeter();
    private String hostOfShop3 = "db-1";
    private int second;

    @Test
    void twoProvenCausesThatHaveNothingToDoWithEachOtherAreTwoIncidents() {
        both();

        assertThat(open()).extracting(Incident::owner).containsExactlyInAnyOrder(Owner.DATABASE, Owner.APPLICATION);
        assertThat(of(STANDBY).symptoms()).containsExactly(DOWN);
        assertThat(of(POOL).symptoms()).containsExactly(FULL);
        assertThat(of(POOL).id()).endsWith("-shop-3");
    }

    @Test
    void eachEndsWhenItsOwnHealthIsProven() {
        both();
        tick(8, List.of(DOWN), STANDBY);

        assertThat(of(POOL).open()).isFalse();
        assertThat(of(STANDBY).open()).isTrue();
        assertThat(of(STANDBY).timeline()).noneMatch(entry -> entry.kind() == TimelineEntry.Kind.REVISED);
        tick(8, List.of());
        assertThat(desks.outage()).isFalse();
        assertThat(desks.all()).hasSize(2);
    }

    @Test
    void theFirstMayEndBeforeTheSecond() {
        both();
        tick(8, List.of(FULL), POOL);

        assertThat(of(STANDBY).open()).isFalse();
        assertThat(of(POOL).open()).isTrue();
        tick(8, List.of());
        assertThat(desks.all()).hasSize(2).noneMatch(Incident::open);
    }

    @Test
    void aPoolOfTheFailedServerIsUnderItsIncident() {
        hostOfShop3 = "db-2";
        both();

        assertThat(open()).hasSize(1);
    }

    @Test
    void whatOnlyFitsOrChangedNothingItselfIsNoSecondIncident() {
        tick(1, List.of(DOWN), STANDBY);
        tick(3, List.of(DOWN, FULL), STANDBY, pool(Strength.LIKELY));
        assertThat(open()).hasSize(1);

        var unchanged = new Supported(POOL.cause(), "shop-3", Strength.CERTAIN, "statement", List.of(), "fix", null);
        tick(3, List.of(DOWN, FULL), STANDBY, unchanged);
        assertThat(open()).hasSize(1);
    }

    @Test
    void aGuardThatWasKilledGoesOnWithBoth() {
        both();
        var past = desks.all();
        desks = new IncidentDesks(DeskPolicy.DEFAULT, List.of());
        desks.resume(past, Set.of("db-2", "shop-3"), at(), at());

        assertThat(open()).extracting(Incident::id).containsExactlyInAnyOrderElementsOf(ids(past));
        tick(3, List.of(DOWN, FULL), STANDBY, POOL);
        assertThat(desks.all()).extracting(Incident::id).containsExactlyInAnyOrderElementsOf(ids(past));
        tick(8, List.of(DOWN), STANDBY);
        assertThat(of(POOL).open()).isFalse();
        assertThat(of(STANDBY).open()).isTrue();
    }

    private void both() {
        tick(1, List.of(DOWN), STANDBY);
        tick(4, List.of(DOWN, FULL), STANDBY, POOL);
    }

    private void tick(int times, List<Symptom> symptoms, Supported... fitting) {
        for (int i = 0; i < times; i++) {
            second++;
            var scene = new Scene(
                    at(),
                    List.of(shop("shop-1", "db-1"), shop("shop-3", hostOfShop3)),
                    List.of(),
                    List.of(),
                    List.of());
            var fits = List.of(fitting);
            var diagnosis = new Diagnosis(
                    at(),
                    fits.isEmpty() ? null : fits.getFirst(),
                    fits.isEmpty() ? List.of() : fits.subList(1, fits.size()),
                    List.of(),
                    List.of());
            desks.tick(scene, new Symptoms(symptoms), diagnosis, meter);
        }
    }

    private Instant at() {
        return START.plusSeconds(second);
    }

    private static InstanceView shop(String name, String host) {
        var pool = new PoolView("buy", List.of(host), 20, 1, 19, 0, 20, 0, null, null, null, List.of(), List.of());
        var requests = new RequestView(0, 0, 0, null, null, null, null, null, null);
        return new InstanceView("shop", name, null, 0, List.of(pool), requests, null);
    }

    private static Supported pool(Strength strength) {
        return new Supported(
                new Cause("pool-too-small", "Connection pool too small", Owner.APPLICATION),
                "shop-3",
                strength,
                "the pool is too small",
                List.of(),
                "set it back",
                SHRUNK);
    }

    private List<Incident> open() {
        return desks.all().stream().filter(Incident::open).toList();
    }

    private Incident of(Supported cause) {
        return desks.all().stream()
                .filter(incident -> Stream.ofNullable(incident.cause())
                        .anyMatch(named -> named.cause().equals(cause.cause())))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(List<Incident> incidents) {
        return incidents.stream().map(incident -> incident.id()).toList();
    }
}
