package dev.tautline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.finding.Owner;
import dev.tautline.history.Delivery;
import dev.tautline.history.Incidents;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final Instant NOW = Incidents.ONSET.plusSeconds(10);
    private static final URI DASHBOARD = URI.create("http://127.0.0.1:7070/");
    private static final Receiver ALL = receiver("all", Set.of());
    private static final Receiver APPS = receiver("apps", Set.of(Owner.APPLICATION));
    private static final Receiver DBA = receiver("dba", Set.of(Owner.DATABASE));

    private final Outbox outbox = new Outbox(List.of(ALL, APPS, DBA), DASHBOARD, List.of());

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
        var resolved = Incidents.resolved("i1", NOW);
        outbox.of(NOW.plusSeconds(2), List.of(resolved));

        assertThat(outbox.of(NOW.plusSeconds(3), List.of(resolved)))
                .extracting(Delivery::key)
                .containsExactly("i1/opened/all", "i1/opened/apps", "i1/resolved/all", "i1/resolved/apps");
    }

    @Test
    void tellsNothingAgainThatAnEarlierGuardHasTold() {
        var earlier = outbox.of(NOW, List.of(Incidents.open("i1")));
        var next = new Outbox(List.of(ALL, APPS, DBA), DASHBOARD, earlier);

        assertThat(next.of(NOW.plusSeconds(60), List.of(Incidents.open("i1")))).isEqualTo(earlier);
    }

    @Test
    void leavesIncidentsAloneThatWereOverBeforeItCame() {
        assertThat(outbox.of(NOW, List.of(Incidents.resolved("i1", NOW)))).isEmpty();
    }

    @Test
    void sendsNothingBeforeItIsWrittenAndTheLaterOneAfterTheEarlier() {
        outbox.of(NOW, List.of(Incidents.open("i1")));
        assertThat(outbox.next(ALL, NOW)).isEmpty();

        outbox.written(NOW);
        outbox.of(NOW, List.of(Incidents.resolved("i1", NOW)));
        outbox.written(NOW);
        var first = outbox.next(ALL, NOW).orElseThrow();
        assertThat(first.key()).isEqualTo("i1/opened/all");

        outbox.update(tried(first, NOW.plusSeconds(8)));
        assertThat(outbox.next(ALL, NOW)).isEmpty();
        assertThat(outbox.next(ALL, NOW.plusSeconds(8))).map(Delivery::key).contains("i1/opened/all");
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
                """,
                        "Fix: set maximumPoolSize back to 20",
                        "Ruled out: Traffic spike: 224/s, usually 300/s",
                        "99 of 300 visitors");
    }

    private static Delivery tried(Delivery first, Instant due) {
        return new Delivery(
                first.key(), first.incident(), first.receiver(), first.body(), first.created(), 1, due, null, "no");
    }

    private static Receiver receiver(String name, Set<Owner> owners) {
        return new Receiver(name, owners, notice -> Receipt.taken("here"));
    }
}
