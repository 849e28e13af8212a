package dev.tautline.scoring;

import dev.tautline.lab.Deadline;
import dev.tautline.lab.DeadlineMissed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Tries watchers on challenges, each from calm to calm:
///
/// ```
/// all calm → a random while → fault in force → every watcher has named a cause, or the hold is over → healed → all
/// calm
/// ```
///
/// Order and whiles come from the seed, so that no watcher can know them and anybody can repeat them.
public final class Contest {
    private static final Duration POLL = Duration.ofMillis(250);

    /// As many as the guard takes for more than a blip.
    private static final int SEVERAL = 3;

    private final Arena arena;
    private final Pace pace;
    private final Clock clock;
    private final Consumer<String> tell;

    public Contest(Arena arena, Pace pace, Clock clock, Consumer<String> tell) {
        this.arena = arena;
        this.pace = pace;
        this.clock = clock;
        this.tell = tell;
    }

    /// How long things may take.
    ///
    /// @param ready until each watcher knows what is usual
    /// @param calm until each says that all is well, before a challenge and after it
    /// @param shortestWhile from calm to the onset
    /// @param longestWhile from calm to the onset
    public record Pace(Duration ready, Duration calm, Duration shortestWhile, Duration longestWhile) {
        public Pace {
            if (shortestWhile.compareTo(longestWhile) > 0) {
                throw new IllegalArgumentException(shortestWhile + " is longer than " + longestWhile);
            }
        }
    }

    /// Each challenge once for each seed, in an order of the seed's own.
    ///
    /// @throws DeadlineMissed when a watcher does not get ready
    public Scoreboard run(List<Challenge> challenges, List<Long> seeds) {
        awaitReady();
        var scores = new ArrayList<Score>();
        var skipped = new ArrayList<Scoreboard.Skipped>();
        for (var seed : seeds) {
            var random = new Random(seed);
            var order = new ArrayList<>(challenges);
            Collections.shuffle(order, random);
            for (var challenge : order) {
                var obstacle = arena.obstacle(challenge);
                if (obstacle.isPresent()) {
                    skip(skipped, new Scoreboard.Skipped(challenge.fault(), obstacle.get()));
                } else {
                    attempt(challenge, seed, random, scores, skipped);
                }
                if (Thread.currentThread().isInterrupted()) {
                    return new Scoreboard(scores, skipped);
                }
            }
        }
        return new Scoreboard(scores, skipped);
    }

    private void awaitReady() {
        for (var watcher : arena.watchers()) {
            Deadline.in(pace.ready()).await(watcher.name() + " to know what is usual", watcher::isReady);
        }
    }

    /// What breaks the arena itself tells nothing of the watchers: it is left out, and the arena is put up anew.
    private void attempt(
            Challenge challenge, long seed, Random random, List<Score> scores, List<Scoreboard.Skipped> skipped) {
        try {
            scores.addAll(attempt(challenge, seed, random));
        } catch (RuntimeException broken) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            skip(
                    skipped,
                    new Scoreboard.Skipped(challenge.fault(), "could not be carried through: " + firstLine(broken)));
            arena.renew();
            awaitReady();
        }
    }

    private static String firstLine(RuntimeException broken) {
        return String.valueOf(broken.getMessage()).lines().findFirst().orElse(broken.toString());
    }

    private void skip(List<Scoreboard.Skipped> skipped, Scoreboard.Skipped one) {
        if (!skipped.contains(one)) {
            skipped.add(one);
            tell.accept("%s skipped: %s".formatted(one.fault(), one.reason()));
        }
    }

    private List<Score> attempt(Challenge challenge, long seed, Random random) {
        awaitCalm("before " + challenge.fault());
        // A page counts for this challenge from here on: what comes before the onset is a false one.
        var from = clock.instant();
        pause(pace.shortestWhile()
                .plusMillis(random.nextLong(
                        pace.longestWhile().minus(pace.shortestWhile()).toMillis() + 1)));
        var begun = clock.instant();
        var injection = arena.inject(challenge);
        var onset = clock.instant();
        var felt = hold(challenge, begun, onset);
        injection.close();
        var healed = clock.instant();
        awaitCalm("after " + challenge.fault());
        var trial = new Trial(
                challenge.fault(), seed, begun, onset, healed, challenge.causes(), challenge.foreseeable(), felt);
        var scores = arena.watchers().stream()
                .map(watcher -> Score.of(watcher.name(), trial, since(from, watcher)))
                .toList();
        scores.forEach(this::tell);
        return scores;
    }

    /// When the first one was hurt. Where it stayed at one or two to the end, nobody was: a single slow page is a blip.
    private Optional<Instant> hold(Challenge challenge, Instant begun, Instant onset) {
        long before = arena.harmed();
        var first = Optional.<Instant>empty();
        var end = onset.plus(challenge.hold());
        boolean fault = !challenge.causes().isEmpty();
        while (clock.instant().isBefore(end) && !(fault && allNamed(begun))) {
            pause(POLL);
            if (first.isEmpty() && arena.harmed() > before) {
                first = Optional.of(clock.instant());
            }
        }
        boolean heldOut = !clock.instant().isBefore(end);
        return heldOut && arena.harmed() - before < SEVERAL ? Optional.empty() : first;
    }

    private boolean allNamed(Instant begun) {
        return arena.watchers().stream()
                .allMatch(watcher -> since(begun, watcher).stream()
                        .anyMatch(page -> page.cause().isPresent()));
    }

    /// A watcher that does not calm down is told of and not waited for: its late pages will count as false ones.
    private void awaitCalm(String when) {
        for (var watcher : arena.watchers()) {
            try {
                Deadline.in(pace.calm()).await(watcher.name() + " to be calm " + when, watcher::isCalm);
            } catch (DeadlineMissed restless) {
                tell.accept(String.valueOf(restless.getMessage()));
            }
        }
    }

    private static List<Page> since(Instant from, Watcher watcher) {
        return watcher.pages().stream()
                .filter(page -> !page.at().isBefore(from))
                .toList();
    }

    private void tell(Score score) {
        tell.accept("%-12s %s (seed %d): detected %s, named %s, %s"
                .formatted(
                        score.watcher(),
                        score.trial().fault(),
                        score.trial().seed(),
                        ScoreWords.seconds(score.detectedIn()),
                        ScoreWords.seconds(score.namedIn()),
                        ScoreWords.answers(List.of(score))));
    }

    private static void pause(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
