package dev.tautline.scenario;

import dev.tautline.ground.Ground;
import dev.tautline.ground.GuardWatcher;
import dev.tautline.ground.ShopGround;
import dev.tautline.lab.Deadline;
import dev.tautline.lab.DeadlineMissed;
import dev.tautline.stage.Opened;
import dev.tautline.stage.TautHome;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/// Runs scenarios, those with equal ground one after another on the same. Leaves no process, port or file behind.
public final class ScenarioRun {
    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final Duration READY = Duration.ofMinutes(3);

    private final TautHome home;
    private final long seed;
    private final Clock clock;
    private final Consumer<String> tell;

    /// @param seed of who shops, and of each onset
    /// @param tell takes each step as it begins
    public ScenarioRun(TautHome home, long seed, Clock clock, Consumer<String> tell) {
        this.home = home;
        this.seed = seed;
        this.clock = clock;
        this.tell = tell;
    }

    /// The outcomes in the order in which they came.
    public List<Outcome> run(List<Scenario> scenarios) {
        var byGround = new LinkedHashMap<Ground, List<Scenario>>();
        scenarios.forEach(scenario -> byGround.computeIfAbsent(scenario.ground(), ground -> new ArrayList<>())
                .add(scenario));
        var random = new Random(seed);
        var outcomes = new ArrayList<Outcome>();
        for (Map.Entry<Ground, List<Scenario>> each : byGround.entrySet()) {
            run(each.getKey(), each.getValue(), random, outcomes);
        }
        return outcomes;
    }

    /// A scenario that breaks the ground is not met, and the rest go on a new one.
    private void run(Ground ground, List<Scenario> scenarios, Random random, List<Outcome> outcomes) {
        var left = new ArrayList<>(scenarios);
        while (!left.isEmpty() && !Thread.currentThread().isInterrupted()) {
            try (var opened = new Opened()) {
                var open = opened.add(ShopGround.open(ground, home, seed, tell));
                runOn(open, opened.add(guard(open)), left, random, outcomes);
            }
        }
    }

    private void runOn(
            ShopGround open, GuardWatcher guard, List<Scenario> left, Random random, List<Outcome> outcomes) {
        while (!left.isEmpty() && !Thread.currentThread().isInterrupted()) {
            var scenario = left.removeFirst();
            tell.accept(scenario.id() + ": " + scenario.title());
            try {
                outcomes.add(new ScenarioTrial(scenario, open.lab(), guard, clock).run(random));
            } catch (RuntimeException broken) {
                if (!Thread.currentThread().isInterrupted()) {
                    outcomes.add(Outcome.notMet(scenario, "could not be carried through: " + broken.getMessage()));
                }
                return;
            }
        }
    }

    private GuardWatcher guard(ShopGround open) {
        tell.accept("starting the guard in a process of its own; it learns what is usual");
        // A JVM that has just started is slow by itself; a guard that learns then would think that usual.
        ScenarioTrial.pause(WARM_UP);
        var guard = new GuardWatcher(open.startGuard(), clock);
        try {
            Deadline.in(READY).await("the guard to know what is usual", guard::isReady);
            return guard;
        } catch (DeadlineMissed late) {
            guard.close();
            throw late;
        }
    }
}
