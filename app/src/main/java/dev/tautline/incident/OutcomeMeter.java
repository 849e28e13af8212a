package dev.tautline.incident;

import dev.tautline.agent.AgentReport.OutcomeSecond;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Counts what the business lives on in each reported second, so that it can be told how much of it an incident cost.
/// An instance that reports nothing is left out: nobody knows what it takes. Not thread-safe.
final class OutcomeMeter {
    /// What is usual of rarer things nobody can say.
    private static final int FEWEST_BEFORE = 20;

    private static final int FEWEST_SECONDS = 60;

    /// Counts of what comes by chance vary by the root of their number (Poisson); three times that is no chance.
    private static final double CHANCE = 3;

    /// By name and instance.
    private final Map<String, Map<String, NavigableMap<Long, Integer>>> counted = new TreeMap<>();

    /// @param ahead by how many seconds the instance's clock is ahead of the guard's
    /// @param oldest seconds before this one are forgotten
    void take(String instance, List<OutcomeSecond> outcomes, long ahead, long oldest) {
        for (var second : outcomes) {
            counted.computeIfAbsent(second.name(), key -> new HashMap<>())
                    .computeIfAbsent(instance, key -> new TreeMap<>())
                    .put(second.epochSecond() - ahead, second.count());
        }
        counted.values().forEach(instances -> {
            var kept = instances.get(instance);
            if (kept != null) {
                kept.headMap(oldest).clear();
            }
        });
    }

    /// The same counts of some instances only.
    OutcomeMeter only(Predicate<String> instance) {
        var part = new OutcomeMeter();
        counted.forEach((name, instances) -> instances.forEach((of, seconds) -> {
            if (instance.test(of)) {
                part.counted.computeIfAbsent(name, key -> new HashMap<>()).put(of, seconds);
            }
        }));
        return part;
    }

    List<Shortfall> since(Instant onset) {
        var all = new ArrayList<Shortfall>();
        counted.forEach((name, instances) -> {
            var shortfall = shortfall(name, instances, onset.getEpochSecond());
            if (shortfall != null) {
                all.add(shortfall);
            }
        });
        return List.copyOf(all);
    }

    private static @Nullable Shortfall shortfall(
            String name, Map<String, NavigableMap<Long, Integer>> instances, long onset) {
        double perSecond = 0;
        double expected = 0;
        long before = 0;
        long taken = 0;
        for (var seconds : instances.values()) {
            var usual = seconds.headMap(onset);
            var since = seconds.tailMap(onset);
            long sum = sum(usual);
            before += sum;
            taken += sum(since);
            double rate = usual.size() < FEWEST_SECONDS ? 0 : (double) sum / usual.size();
            perSecond += rate;
            expected += rate * since.size();
        }
        if (before < FEWEST_BEFORE || perSecond == 0) {
            return null;
        }
        double fewer = expected - taken;
        return new Shortfall(name, 60 * perSecond, taken, fewer > CHANCE * Math.sqrt(expected) ? Math.round(fewer) : 0);
    }

    private static long sum(Map<Long, Integer> seconds) {
        return seconds.values().stream().mapToLong(Integer::longValue).sum();
    }
}
