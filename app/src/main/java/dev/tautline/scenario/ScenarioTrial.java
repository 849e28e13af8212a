package dev.tautline.scenario;

import dev.tautline.ground.GuardWatcher;
import dev.tautline.lab.Deadline;
import dev.tautline.lab.DeadlineMissed;
import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Lab;
import dev.tautline.published.GuardIncident;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// One scenario from calm to calm:
///
/// ```
/// calm → a random while → the faults in force → all said that was expected, or too late → healed → calm
/// ```
final class ScenarioTrial {
    private static final Duration CALM = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final int SHORTEST_WHILE_MILLIS = 2_000;
    private static final int LONGEST_WHILE_MILLIS = 6_000;

    private final Scenario scenario;
    private final Lab lab;
    private final GuardWatcher guard;
    private final Clock clock;

    ScenarioTrial(Scenario scenario, Lab lab, GuardWatcher guard, Clock clock) {
        this.scenario = scenario;
        this.lab = lab;
        this.guard = guard;
        this.clock = clock;
    }

    /// @throws DeadlineMissed when there is no calm before it
    Outcome run(Random random) {
        var impossible = obstacle();
        if (impossible.isPresent()) {
            return Outcome.skipped(scenario, impossible.get());
        }
        Deadline.in(CALM).await("the guard to be calm before " + scenario.id(), guard::isCalm);
        pause(Duration.ofMillis(random.nextInt(SHORTEST_WHILE_MILLIS, LONGEST_WHILE_MILLIS)));
        var begun = clock.instant();
        var injected = strike();
        try (injected) {
            return judged(begun, injected);
        }
    }

    private Outcome judged(Instant begun, Injection injected) {
        var onset = clock.instant();
        return switch (scenario.expected()) {
            case Expectation.Named named -> named(named, begun, onset, injected);
            case Expectation.Quiet quiet -> quiet(quiet, begun, injected);
        };
    }

    private Outcome named(Expectation.Named expected, Instant begun, Instant onset, Injection injected) {
        await(longest(expected), () -> Judge.isAnswered(expected, since(begun)));
        var seen = since(begun);
        injected.close();
        var healed = healed(expected.healedWithin());
        var shortfalls = new ArrayList<>(Judge.shortfalls(expected, seen, onset));
        if (healed.isEmpty()) {
            shortfalls.add("not well again within " + Judge.seconds(expected.healedWithin()) + " of the healing");
        }
        return Outcome.of(
                scenario,
                shortfalls,
                new Outcome.Times(Judge.detected(seen, onset), Judge.named(seen, onset), healed, cause(seen)));
    }

    private Outcome quiet(Expectation.Quiet expected, Instant begun, Injection injected) {
        await(expected.quietFor(), () -> !since(begun).isEmpty());
        injected.close();
        var seen = since(begun);
        return Outcome.of(
                scenario,
                Judge.disturbances(seen),
                new Outcome.Times(
                        Judge.detected(seen, begun), Judge.named(seen, begun), Optional.empty(), cause(seen)));
    }

    private Optional<String> obstacle() {
        return scenario.strikes().stream()
                .map(strike -> strike.fault().feasibleIn(lab))
                .flatMap(answer -> answer instanceof Feasibility.Impossible(var reason)
                        ? java.util.stream.Stream.of(reason)
                        : java.util.stream.Stream.empty())
                .findFirst();
    }

    private Injection strike() {
        var injections = new ArrayList<Injection>();
        try {
            scenario.strikes().forEach(strike -> injections.add(lab.inject(strike.fault())));
            return Injection.all(injections);
        } catch (RuntimeException failed) {
            Injection.all(injections).close();
            throw failed;
        }
    }

    private List<GuardIncident> since(Instant begun) {
        return guard.incidents().stream()
                .filter(incident -> !incident.detectedAt().isBefore(begun))
                .toList();
    }

    private Optional<Duration> healed(Duration within) {
        var healing = clock.instant();
        try {
            Deadline.in(within).await("the guard to be calm again", guard::isCalm);
            return Optional.of(Duration.between(healing, clock.instant()));
        } catch (DeadlineMissed still) {
            return Optional.empty();
        }
    }

    private static Optional<String> cause(List<GuardIncident> seen) {
        return Judge.firstNamed(seen).map(GuardIncident::cause).map(GuardIncident.Cause::id);
    }

    private static Duration longest(Expectation.Named expected) {
        return expected.ruledOutWithin().compareTo(expected.namedWithin()) > 0
                ? expected.ruledOutWithin()
                : expected.namedWithin();
    }

    private static void await(Duration most, BooleanSupplier done) {
        long end = System.nanoTime() + most.toNanos();
        while (System.nanoTime() < end
                && !done.getAsBoolean()
                && !Thread.currentThread().isInterrupted()) {
            pause(POLL);
        }
    }

    static void pause(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
