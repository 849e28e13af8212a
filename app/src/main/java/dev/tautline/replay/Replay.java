package dev.tautline.replay;

import dev.tautline.lab.Deadline;
import dev.tautline.lab.net.FreePorts;
import dev.tautline.published.GuardIncident;
import dev.tautline.published.GuardReader;
import dev.tautline.published.Usual;
import dev.tautline.shoppers.Crowd;
import dev.tautline.stage.Stage;
import dev.tautline.stage.StageOptions;
import dev.tautline.stage.TautHome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// Replays one outage from health to health:
///
/// ```
/// set the stage → warm up → the guard knows what is usual → strike → detected → named → (first aid) → mend → resolved
/// ```
final class Replay {
    private static final double VISITS_PER_SECOND = 9;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration LEARNING_TIMEOUT = Duration.ofSeconds(150);
    private static final Duration NAMING_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration RESOLVING_TIMEOUT = Duration.ofMinutes(2);

    /// The outage goes on this long in all, so that users and refutations are measured in the midst of it.
    private static final Duration OUTAGE = Duration.ofSeconds(15);

    private final Outage outage;
    private final long seed;
    private final Clock clock;
    private final Consumer<String> tell;

    Replay(Outage outage, long seed, Clock clock, Consumer<String> tell) {
        this.outage = outage;
        this.seed = seed;
        this.clock = clock;
        this.tell = tell;
    }

    /// Leaves no process, port or file behind, however it ends.
    ///
    /// @throws ReplayFailed when a step could not be carried out in its time
    ReplayResult run(TautHome home) {
        tell.accept("starting a cluster of %d".formatted(1 + outage.standbys()));
        try (var stage = Stage.open(StageOptions.temporary(outage.standbys()), home);
                var shop = new RunningShop(stage, outage, new FreePorts(new Random()), tell);
                var crowd = new Crowd(shop.shopUrl(), seed, VISITS_PER_SECOND, LONGEST)) {
            crowd.arrive();
            tell.accept("%.0f visits a second warm the shop up".formatted(crowd.rate()));
            pause(WARM_UP);
            tell.accept("starting the guard in a process of its own; it learns what is usual");
            try (var guard = new GuardReader(shop.startGuard())) {
                return run(shop, guard, crowd);
            }
        }
    }

    /// A JVM that has just started is slow by itself; a guard that learns then would think that usual.
    private static void pause(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            park(end - System.nanoTime());
        }
    }

    private ReplayResult run(RunningShop shop, GuardReader guard, Crowd crowd) {
        await("the guard to know what is usual", LEARNING_TIMEOUT, () -> calm(guard), guard);
        int alarmsBefore = guard.incidents().size();

        tell.accept("the outage: " + outage.injected());
        var injection = outage.strike(shop);
        var onset = clock.instant();
        crowd.outageBegins();
        // None was open; one from the warm-up may have been taken up again.
        await("an incident", NAMING_TIMEOUT, () -> guard.incidents().stream().anyMatch(GuardIncident::open), guard);
        tell.accept("detected after " + seconds(onset));
        await("a named cause", NAMING_TIMEOUT, () -> latest(guard).cause() != null, guard);
        tell.accept("cause named after " + seconds(onset) + ": " + statement(latest(guard)));

        outage.firstAid(shop, tell);
        await(
                "the outage to be measured",
                OUTAGE.plusSeconds(5),
                () -> clock.instant().isAfter(onset.plus(OUTAGE)),
                guard);
        crowd.outageEnds();
        tell.accept("mending it as the guard advises");
        injection.close();
        await("proven health", RESOLVING_TIMEOUT, () -> !latest(guard).open(), guard);
        tell.accept("health proven after " + seconds(onset));
        return result(onset, alarmsBefore, guard, crowd);
    }

    private ReplayResult result(Instant onset, int alarmsBefore, GuardReader guard, Crowd crowd) {
        var incident = latest(guard);
        var shortfalls = Verdict.shortfalls(outage.expected(), incident, crowd.shareHit());
        return new ReplayResult(
                outage, onset, incident, alarmsBefore, crowd.shareHit(), guard.postmortem(incident.id()), shortfalls);
    }

    /// The shop is warm, the guard has its baselines, and nothing is wrong.
    private static boolean calm(GuardReader guard) {
        return Usual.known(guard.state()) && guard.incidents().stream().noneMatch(GuardIncident::open);
    }

    private static GuardIncident latest(GuardReader guard) {
        return guard.incidents().getFirst();
    }

    /// Asks the guard five times a second: often enough for a clock in tenths, seldom enough not to disturb what it
    /// times.
    private static void await(String what, Duration timeout, BooleanSupplier done, GuardReader guard) {
        var deadline = Deadline.in(timeout);
        while (!done.getAsBoolean()) {
            if (deadline.isPassed()) {
                throw new ReplayFailed("waited %d s in vain for %s; the guard says: %s"
                        .formatted(timeout.toSeconds(), what, words(guard.state())));
            }
            park(POLL.toNanos());
        }
    }

    private static void park(long nanos) {
        if (Thread.currentThread().isInterrupted()) {
            throw new ReplayFailed("interrupted");
        }
        LockSupport.parkNanos(nanos);
    }

    private static String words(JsonNode state) {
        return state.path("banner").toString();
    }

    private static String statement(GuardIncident incident) {
        var cause = incident.cause();
        return cause == null ? "no cause named" : cause.title() + ": " + cause.statement();
    }

    private String seconds(Instant onset) {
        return "%.1f s".formatted(Duration.between(onset, clock.instant()).toMillis() / 1000.0);
    }
}
