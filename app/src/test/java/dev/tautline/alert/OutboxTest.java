package dev.tautline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.alert.quiet.Matcher;
import dev.tautline.alert.quiet.Silence;
import dev.tautline.alert.quiet.Silences;
import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.history.Delivery;
import dev.tautline.history.Incidents;
import dev.tautline.incident.Acknowledgement;
import dev.tautline.incident.Handling;
import dev.tautline.incident.Incident;
import dev.tautline.incident.TimelineEntry;
import dev.tautline.incident.TimelineEntry.Kind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final Instant NOW = Incidents.ONSET.plusSeconds(10);
    private static final URI DASHBOARD = URI.create("http://127.0.0.1:7070/");
    private static final Receiver ALL = receiver("all", Set.of());
    private static final Receiver APPS = receiver("apps", Set.of(Owner.APPLICATION));
    private static final Receiver DBA = receiver("dba", Set.of(Owner.DATABASE));

    private final Silences silences = new Silences(List.of());
    private final Outbox outbox = outbox(AlertPolicy.of(List.of(ALL, APPS, DBA)));

    @Test
    void tellsTheOwnerOfTheCauseAndThoseWhoHearEverything() {
        assertThat(outbox.of(NOW, List.of(Incidents.open("i1"))))
                .extracting(Delivery::key)
                .containsExactly("i1/opened/all", "i1/opened/apps");
    }

    @Test
    void tellsEachTransitionOnce() {
        outbox.of(NOW, List.of(Incidents.open("i1")));
        outbox.of(NOW.plusSeconds(1), List.of(Incidents.open("i1")));
        var resolved = over(Incidents.open("i1"), NOW);
        outbox.of(NOW.plusSeconds(2), List.of(resolved));

        assertThat(outbox.of(NOW.plusSeconds(3), List.of(resolved)))
                .extracting(Delivery::key)
                .containsExactly("i1/opened/all", "i1/opened/apps", "i1/resolved/all", "i1/resolved/apps");
    }

    @Test
    void tellsNothingAgainThatAnEarlierGuardHasTold() {
        var earlier = outbox.of(NOW, List.of(Incidents.open("i1")));
        var next = new Outbox(AlertPolicy.of(List.of(ALL, APPS, DBA)), silences, DASHBOARD, earlier);

        assertThat(next.of(NOW.plusSeconds(60), List.of(Incidents.open("i1")))).isEqualTo(earlier);
    }

    @Test
    void leavesIncidentsAloneThatWereOverBeforeItCame() {
        assertThat(outbox.of(NOW, List.of(Incidents.resolved("i1", NOW)))).isEmpty();
    }

    @Test
    void sendsNothingBeforeItIsWrittenAndTheLaterOneAfterTheEarlier() {
        outbox.of(NOW, List.of(Incidents.open("i1")));
        assertThat(outbox.due("all", NOW, 9)).isEmpty();

        outbox.written(NOW);
        outbox.of(NOW, List.of(over(Incidents.open("i1"), NOW)));
        outbox.written(NOW);
        var first = outbox.due("all", NOW, 9).getFirst();
        assertThat(first.key()).isEqualTo("i1/opened/all");

        outbox.update(tried(first, NOW.plusSeconds(8)));
        assertThat(outbox.due("all", NOW, 9)).isEmpty();
        assertThat(outbox.due("all", NOW.plusSeconds(8), 9))
                .extracting(Delivery::key)
                .containsExactly("i1/opened/all");
    }

    @Test
    void saysTheDiagnosis() {
        var delivery = outbox.of(NOW, List.of(Incidents.open("i1"))).getFirst();
        var notice = NoticeJson.read(delivery.body());

        assertThat(notice.subject()).isEqualTo("[opened] Connection pool too small on shop-3");
        assertThat(notice.text())
                .contains(
                        """
                Cause: Connection pool too small: pool buy has 1 connection and needs 5
                Owner: application
                Evidence: 1 of 1 in use, 14 waiting
                Last change: changed at 10:44:57 UTC: size of shop-3: (unknown) → 1
                """,
                        "Fix: set maximumPoolSize back to 20",
                        "Ruled out: Traffic spike: 224/s, usually 300/s",
                        "99 of 300 visitors");
    }

    @Test
    void tellsTheNewOwnerWhenTheCauseIsRevisedAndTheFormerThatItIsNotTheirs() {
        var incident = Incidents.open("i1");
        outbox.of(NOW, List.of(incident));
        var revised = with(incident, Kind.REVISED, NOW.plusSeconds(3), caused(Owner.DATABASE), incident.handling());

        var deliveries = outbox.of(NOW.plusSeconds(3), List.of(revised));
        assertThat(deliveries)
                .extracting(Delivery::key)
                .containsExactly(
                        "i1/opened/all", "i1/opened/apps", "i1/revised-1/all", "i1/revised-1/apps", "i1/revised-1/dba");
        assertThat(notice(deliveries, "i1/revised-1/apps").text()).contains("This is not yours any more.");
        assertThat(notice(deliveries, "i1/revised-1/apps").formerLabels()).containsEntry("owner", "application");
        assertThat(notice(deliveries, "i1/revised-1/dba").transition()).isEqualTo(Transition.OPENED);
    }

    @Test
    void callsTheNextTeamThatTheDiagnosisNamesWhenNobodyTakesIt() {
        var escalating = outbox(policy(List.of(APPS, DBA), List.of(), Duration.ofMinutes(15), Duration.ZERO));
        var incident = with(Incidents.open("i1"), alsoFits(Owner.DATABASE, null));
        assertThat(escalating.of(NOW, List.of(incident)))
                .extracting(Delivery::key)
                .containsExactly("i1/opened/apps");

        var later = escalating.of(Incidents.ONSET.plusSeconds(15 * 60 + 2), List.of(incident));
        assertThat(later)
                .extracting(Delivery::key)
                .contains("i1/escalated-0-1/dba")
                .hasSize(2);
        assertThat(notice(later, "i1/escalated-0-1/dba").text())
                .contains("Nobody has taken this for 15 min. The diagnosis names the team database next.");
    }

    @Test
    void callsNobodyElseOnceSomebodyHasTakenIt() {
        var escalating = outbox(policy(List.of(APPS, DBA), List.of(), Duration.ofMinutes(15), Duration.ofHours(1)));
        var incident =
                with(Incidents.open("i1"), alsoFits(Owner.DATABASE, new Acknowledgement("Ada", NOW.plusSeconds(60))));
        escalating.of(NOW, List.of(incident));

        assertThat(escalating.of(NOW.plus(Duration.ofHours(9)), List.of(incident)))
                .extracting(Delivery::key)
                .containsExactly("i1/opened/apps");
    }

    @Test
    void repeatsWhatNobodyHasTakenAndOnlyTheLastOfWhatItMissed() {
        var repeating = outbox(policy(List.of(ALL), List.of(), Duration.ZERO, Duration.ofHours(1)));
        var incident = List.of(Incidents.open("i1"));
        repeating.of(NOW, incident);

        assertThat(repeating.of(NOW.plus(Duration.ofHours(3)), incident))
                .extracting(Delivery::key)
                .containsExactly("i1/opened/all", "i1/repeated-3/all");
    }

    @Test
    void tellsAgainThatItIsBackAndThatItIsOver() {
        var incident = Incidents.open("i1");
        outbox.of(NOW, List.of(incident));
        var over = with(incident, Kind.RESOLVED, NOW, incident.cause(), incident.handling());
        outbox.of(NOW, List.of(resolved(over, NOW)));
        var back = with(over, Kind.REOPENED, NOW.plusSeconds(60), incident.cause(), incident.handling());
        outbox.of(NOW.plusSeconds(61), List.of(back));
        outbox.of(NOW.plusSeconds(70), List.of(back));
        var overAgain = with(back, Kind.RESOLVED, NOW.plusSeconds(90), incident.cause(), incident.handling());

        assertThat(outbox.of(NOW.plusSeconds(90), List.of(resolved(overAgain, NOW.plusSeconds(90)))))
                .extracting(Delivery::key)
                .filteredOn(key -> key.endsWith("/all"))
                .containsExactly("i1/opened/all", "i1/resolved/all", "i1/reopened/all", "i1/resolved-2/all");
    }

    @Test
    void keepsQuietWhileASilenceHoldsAndTellsThePresentAfterwards() {
        quiet(new Silence(
                "s1",
                List.of(new Matcher("owner", Matcher.Operator.EQUAL, "application")),
                NOW,
                NOW.plusSeconds(600),
                "Ada",
                "moving"));
        var incident = Incidents.open("i1");
        assertThat(outbox.of(NOW, List.of(incident))).isEmpty();
        assertThat(outbox.of(NOW.plusSeconds(599), List.of(incident))).isEmpty();

        assertThat(outbox.of(NOW.plusSeconds(600), List.of(incident)))
                .extracting(Delivery::key)
                .containsExactly("i1/opened/all", "i1/opened/apps");
    }

    @Test
    void neverSpeaksOfWhatBeganAndEndedInSilence() {
        quiet(new Silence(
                "s1",
                List.of(new Matcher("subject", Matcher.Operator.MATCHES, "shop-.*")),
                NOW,
                NOW.plusSeconds(600),
                "Ada",
                "moving"));
        outbox.of(NOW, List.of(Incidents.open("i1")));

        assertThat(outbox.of(NOW.plusSeconds(700), List.of(Incidents.resolved("i1", NOW.plusSeconds(300)))))
                .isEmpty();
    }

    @Test
    void closesInSilenceWhatItHadTold() {
        outbox.of(NOW, List.of(Incidents.open("i1")));
        quiet(new Silence(
                "s1",
                List.of(new Matcher("incident", Matcher.Operator.NOT_EQUAL, "x")),
                NOW,
                NOW.plusSeconds(600),
                "Ada",
                "x"));

        assertThat(outbox.of(NOW.plusSeconds(5), List.of(over(Incidents.open("i1"), NOW.plusSeconds(5)))))
                .extracting(Delivery::key)
                .contains("i1/resolved/all", "i1/resolved/apps");
    }

    @Test
    void followsRoutesByOwnerSeverityAndLabel() {
        var boss = receiver("boss", Set.of());
        var routes = List.of(
                new Route(Set.of(Owner.DATABASE), Severity.LOW, List.of(), Set.of("dba")),
                new Route(Set.of(), Severity.CRITICAL, List.of(), Set.of("boss")),
                new Route(
                        Set.of(),
                        Severity.HIGH,
                        List.of(new Matcher("team", Matcher.Operator.EQUAL, "buy")),
                        Set.of("apps")));
        var routed = outbox(new AlertPolicy(
                List.of(APPS, DBA, boss),
                routes,
                List.of(),
                List.of(),
                Duration.ZERO,
                Duration.ZERO,
                null,
                "https://wiki.example/{cause}",
                Map.of("environment", "production"),
                Map.of("shop-3", Map.of("team", "buy"))));

        var deliveries = routed.of(NOW, List.of(Incidents.open("i1")));
        assertThat(deliveries).extracting(Delivery::key).containsExactly("i1/opened/apps");
        assertThat(notice(deliveries, "i1/opened/apps").labels())
                .containsEntry("environment", "production")
                .containsEntry("team", "buy")
                .containsEntry("cause", "pool-too-small");
        assertThat(notice(deliveries, "i1/opened/apps").runbook()).isEqualTo("https://wiki.example/pool-too-small");
    }

    @Test
    void tellsEverybodyRatherThanNobodyOfWhatIsHigh() {
        var routes = List.of(new Route(Set.of(Owner.DATABASE), Severity.CRITICAL, List.of(), Set.of("dba", "apps")));
        var routed = outbox(policy(List.of(APPS, DBA), routes, Duration.ZERO, Duration.ZERO));

        assertThat(routed.of(NOW, List.of(Incidents.open("i1"))))
                .extracting(Delivery::receiver)
                .containsExactly("apps", "dba");
    }

    @Test
    void tellsAThousandIncidentsOnceEach() {
        var incidents = new ArrayList<Incident>();
        for (int i = 0; i < 1000; i++) {
            incidents.add(Incidents.open("i" + i));
        }
        outbox.of(NOW, incidents);
        outbox.written(NOW);

        assertThat(outbox.of(NOW.plusSeconds(1), incidents)).hasSize(2000);
        assertThat(outbox.due("all", NOW.plusSeconds(1), 5000)).hasSize(1000);
    }

    private void quiet(Silence silence) {
        assertThat(silences.set(silence)).isNotDone();
    }

    private Outbox outbox(AlertPolicy policy) {
        return new Outbox(policy, silences, DASHBOARD, List.of());
    }

    private static AlertPolicy policy(
            List<Receiver> receivers, List<Route> routes, Duration escalateAfter, Duration repeatEvery) {
        return new AlertPolicy(
                receivers, routes, List.of(), List.of(), escalateAfter, repeatEvery, null, null, Map.of(), Map.of());
    }

    private static Notice notice(List<Delivery> deliveries, String key) {
        return deliveries.stream()
                .filter(delivery -> delivery.key().equals(key))
                .map(delivery -> NoticeJson.read(delivery.body()))
                .findFirst()
                .orElseThrow();
    }

    private static Supported caused(Owner owner) {
        return new Supported(
                new Cause("other-cause", "Another cause", owner),
                "db-1",
                Strength.CERTAIN,
                "it is something else",
                List.of("a number"),
                "mend it",
                null);
    }

    private static Handling alsoFits(Owner owner, @Nullable Acknowledgement taken) {
        return new Handling(Severity.HIGH, taken, null, 0, List.of(caused(owner)), null, null);
    }

    private static Incident with(Incident incident, Handling handling) {
        return rebuilt(incident, incident.timeline(), incident.cause(), null, handling);
    }

    private static Incident with(
            Incident incident, Kind kind, Instant at, @Nullable Supported cause, Handling handling) {
        var timeline = new ArrayList<>(incident.timeline());
        timeline.add(new TimelineEntry(at, kind, "it is said"));
        return rebuilt(incident, timeline, cause, null, handling);
    }

    private static Incident over(Incident incident, Instant at) {
        return resolved(with(incident, Kind.RESOLVED, at, incident.cause(), incident.handling()), at);
    }

    private static Incident resolved(Incident incident, Instant at) {
        return rebuilt(incident, incident.timeline(), incident.cause(), at, incident.handling());
    }

    private static Incident rebuilt(
            Incident incident,
            List<TimelineEntry> timeline,
            @Nullable Supported cause,
            @Nullable Instant over,
            Handling handling) {
        return new Incident(
                incident.id(),
                incident.onset(),
                incident.detectedAt(),
                incident.namedAt(),
                over,
                cause,
                incident.ruledOut(),
                incident.undecided(),
                incident.symptoms(),
                incident.impact(),
                timeline,
                handling);
    }

    private static Delivery tried(Delivery first, Instant due) {
        return new Delivery(
                first.key(), first.incident(), first.receiver(), first.body(), first.created(), 1, due, null, "no");
    }

    private static Receiver receiver(String name, Set<Owner> owners) {
        return new Receiver(name, owners, new Inbox(), Pace.FOR_PEOPLE);
    }
}
