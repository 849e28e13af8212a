package dev.tautline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.alert.quiet.Silences;
import dev.tautline.history.Incidents;
import dev.tautline.incident.Incident;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// With a clock that the test moves.
class SendersTest {
    private static final Instant NOW = Incidents.ONSET.plusSeconds(10);

    private final Moved clock = new Moved();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> failing = new CopyOnWriteArrayList<>();
    private final Inbox inbox = new Inbox();

    @Test
    void tellsAReceiverThatWasDownForAnHourAndSaysThatItWas() throws InterruptedException {
        inbox.answers(taken -> Receipt.failed("no answer"));
        try (var senders = start(new Pace(20, 5), List.of(Incidents.open("i1")))) {
            assertThat(senders).isNotNull();
            for (int minute = 0; minute < 60; minute++) {
                clock.move(Duration.ofMinutes(1));
                TimeUnit.MILLISECONDS.sleep(20);
            }
            await(() -> failing.contains("on-call: no answer"));
            assertThat(inbox.got()).isEmpty();

            inbox.answers(taken -> taken);
            await(() -> {
                clock.move(Duration.ofMinutes(1));
                return !inbox.got().isEmpty();
            });
            await(() -> failing.getLast().equals("on-call: null"));
        }
        assertThat(inbox.got()).extracting(Notice::key).containsExactly("i1/opened/on-call");
        assertThat(said).hasSize(1);
    }

    @Test
    void leavesAReceiverAloneForAsLongAsItAsks() throws InterruptedException {
        inbox.answers(taken -> Receipt.failed("answered 429", Duration.ofMinutes(30)));
        try (var senders = start(new Pace(20, 5), List.of(Incidents.open("i1")))) {
            assertThat(senders).isNotNull();
            await(() -> !said.isEmpty());
            inbox.answers(taken -> taken);
            clock.move(Duration.ofMinutes(29));
            TimeUnit.MILLISECONDS.sleep(300);
            assertThat(inbox.got()).isEmpty();

            clock.move(Duration.ofMinutes(2));
            await(() -> !inbox.got().isEmpty());
        }
    }

    @Test
    void putsAThousandIncidentsIntoFewMessagesForPeople() throws InterruptedException {
        try (var senders = start(new Pace(20, 5), thousand())) {
            assertThat(senders).isNotNull();
            await(() -> inbox.got().stream().mapToInt(SendersTest::told).sum() >= 1000);
        }
        assertThat(inbox.got()).hasSizeLessThanOrEqualTo(20);
        assertThat(inbox.got().stream().flatMap(notice -> notice.covers().stream()))
                .doesNotHaveDuplicates()
                .hasSize(1000);
    }

    @Test
    void sendsNoMoreInAMinuteThanItMay() throws InterruptedException {
        var service = new Inbox(false);
        try (var senders = start(service, new Pace(100, Integer.MAX_VALUE), thousand())) {
            assertThat(senders).isNotNull();
            await(() -> service.got().size() >= 100);
            TimeUnit.MILLISECONDS.sleep(300);
            assertThat(service.got()).hasSize(100);

            clock.move(Duration.ofMinutes(1));
            await(() -> service.got().size() >= 200);
        }
    }

    @Test
    void goesOnWithTheNextMessageWhenOneIsRefused() throws InterruptedException {
        inbox.answers(taken -> Receipt.refused("answered 400"));
        try (var senders = start(new Pace(20, 5), List.of(Incidents.open("i1")))) {
            assertThat(senders).isNotNull();
            await(() -> said.stream().anyMatch(sentence -> sentence.contains("given up after 1 attempts")));
        }
    }

    private static int told(Notice notice) {
        return notice.transition() == Transition.DIGEST ? notice.covers().size() : 1;
    }

    private static List<Incident> thousand() {
        var incidents = new ArrayList<Incident>();
        for (int i = 0; i < 1000; i++) {
            incidents.add(Incidents.open("i" + i));
        }
        return incidents;
    }

    private Senders start(Pace pace, List<Incident> incidents) {
        return start(inbox, pace, incidents);
    }

    private Senders start(Channel channel, Pace pace, List<Incident> incidents) {
        var receivers = List.of(new Receiver("on-call", Set.of(), channel, pace));
        var outbox = new Outbox(
                AlertPolicy.of(receivers), new Silences(List.of()), URI.create("http://127.0.0.1:7070/"), List.of());
        outbox.of(NOW, incidents);
        outbox.written(NOW);
        return Senders.start(
                outbox, receivers, new Random(7), clock, said::add, (name, why) -> failing.add(name + ": " + why));
    }

    private static void await(BooleanSupplier state) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!state.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the state that was waited for").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static final class Moved extends Clock {
        private volatile Instant now = NOW;

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
