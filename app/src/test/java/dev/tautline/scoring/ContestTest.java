package dev.tautline.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.Injection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/// A contest with watchers whose words are known.
class ContestTest {
    private static final Duration HOLD = Duration.ofMillis(400);
    private static final Challenge DOWN = new Challenge("server-stopped", Set.of("server-down"), false, HOLD);
    private static final Challenge SURGE = new Challenge("visitors-surge", Set.of(), false, HOLD);
    private static final Challenge FULL = new Challenge("disk-full", Set.of("disk-full"), false, HOLD);
    private static final Challenge BROKEN = new Challenge("node-stopped", Set.of("server-down"), false, HOLD);
    private static final Contest.Pace PACE =
            new Contest.Pace(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(1), Duration.ofMillis(5));

    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void scoresEachWatcherOnTheSameFault() {
        var board = contest(new Ring(new Wise(), new Blind())).run(List.of(DOWN, SURGE), List.of(1L, 2L));

        assertThat(board.of("wise", "server-stopped")).extracting(Score::answer).containsOnly(Answer.RIGHT);
        assertThat(board.of("blind", "server-stopped"))
                .extracting(Score::answer)
                .containsOnly(Answer.MISSED);
        assertThat(board.of("wise", "visitors-surge"))
                .hasSize(2)
                .extracting(Score::answer)
                .containsOnly(Answer.QUIET);
    }

    @Test
    void takesNoSilenceForAMissWhereNobodyWasHurtAndNothingWasToBeForeseen() {
        var ring = new Ring(new Blind());
        ring.hurts = false;
        var warned = new Challenge("slot-retains-wal", Set.of("slot-retains-wal"), true, HOLD);

        var board = contest(ring).run(List.of(DOWN, warned), List.of(1L));

        assertThat(board.of("blind", DOWN.fault())).extracting(Score::answer).containsOnly(Answer.UNFELT);
        assertThat(board.of("blind", warned.fault())).extracting(Score::answer).containsOnly(Answer.MISSED);
    }

    @Test
    void skipsWhatCannotBeInjectedAndSaysWhyOnce() {
        var board = contest(new Ring(new Wise())).run(List.of(FULL), List.of(1L, 2L));

        assertThat(board.scores()).isEmpty();
        assertThat(board.skipped()).containsExactly(new Scoreboard.Skipped("disk-full", "no room for it"));
        assertThat(told).containsExactly("disk-full skipped: no room for it");
    }

    @Test
    void healsBeforeTheNextAndRepeatsTheOrderOfASeed() {
        var first = new Ring(new Wise());
        var second = new Ring(new Wise());
        var many = new ArrayList<Challenge>();
        for (int i = 0; i < 5; i++) {
            many.add(new Challenge("fault-" + i, Set.of("server-down"), false, HOLD));
        }
        contest(first).run(many, List.of(7L));
        contest(second).run(many, List.of(7L));

        assertThat(first.log).isEqualTo(second.log).hasSize(10);
        assertThat(first.log.get(1)).isEqualTo(first.log.getFirst().replace("inject", "heal"));
    }

    @Test
    void putsTheArenaUpAnewWhenAChallengeBreaksIt() {
        var ring = new Ring(new Wise());

        var board = contest(ring).run(List.of(BROKEN), List.of(1L));

        assertThat(ring.log).containsExactly("renew");
        assertThat(board.scores()).isEmpty();
        assertThat(board.skipped())
                .containsExactly(new Scoreboard.Skipped(
                        "node-stopped", "could not be carried through: the server did not start"));
    }

    private Contest contest(Arena arena) {
        return new Contest(arena, PACE, Clock.systemUTC(), told::add);
    }

    /// Tells its watchers what happens, as no real arena does.
    private static final class Ring implements Arena {
        private final List<Known> watchers;
        final List<String> log = new ArrayList<>();
        boolean hurts = true;
        private long harmed;

        Ring(Known... watchers) {
            this.watchers = List.of(watchers);
        }

        @Override
        public List<Watcher> watchers() {
            return List.copyOf(watchers);
        }

        @Override
        public Optional<String> obstacle(Challenge challenge) {
            return challenge.equals(FULL) ? Optional.of("no room for it") : Optional.empty();
        }

        @Override
        public Injection inject(Challenge challenge) {
            if (challenge.equals(BROKEN)) {
                throw new IllegalStateException("the server did not start");
            }
            log.add("inject " + challenge.fault());
            if (!challenge.causes().isEmpty()) {
                watchers.forEach(Known::happens);
            }
            return Injection.healedBy(() -> log.add("heal " + challenge.fault()));
        }

        /// Several for each time that it is asked: people are always hurt, or nobody ever.
        @Override
        public long harmed() {
            harmed += hurts ? 3 : 0;
            return harmed;
        }

        @Override
        public void renew() {
            log.add("renew");
        }

        @Override
        public void close() {}
    }

    private abstract static class Known implements Watcher {
        final List<Page> pages = new CopyOnWriteArrayList<>();

        abstract void happens();

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public boolean isCalm() {
            return true;
        }

        @Override
        public List<Page> pages() {
            return List.copyOf(pages);
        }

        @Override
        public void close() {}
    }

    private static final class Wise extends Known {
        @Override
        public String name() {
            return "wise";
        }

        /// A little later, as in life: a page counts from the onset on.
        @Override
        void happens() {
            Thread.ofVirtual().start(() -> {
                var at = Clock.systemUTC().instant().plusMillis(200);
                pages.add(new Page(name(), at.toString(), at, true, "t", Optional.of("server-down"), Set.of()));
            });
        }
    }

    private static final class Blind extends Known {
        @Override
        public String name() {
            return "blind";
        }

        @Override
        void happens() {}
    }
}
