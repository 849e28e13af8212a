package dev.tautline.watch;

import dev.tautline.diagnosis.RouteDetails.Trips;
import dev.tautline.diagnosis.Unit;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepResult.Passed;
import dev.tautline.watch.CanaryClimb.Climb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How evenly the last climbs of each route went. Lost packets stall single steps by the time after which TCP sends
/// again, jitter spreads all of them. Not thread-safe.
final class Evenness {
    private static final int LOOKS = 12;
    private static final int FEWEST = 5;

    /// Below RTO_MIN of Linux's TCP (200 ms), above what steps vary by.
    private static final Duration STALL = Duration.ofMillis(180);

    private final Baselines baselines;
    private final Map<String, Deque<Climb>> recent = new HashMap<>();

    Evenness(Baselines baselines) {
        this.baselines = baselines;
    }

    /// Null until a few climbs in a row passed.
    @Nullable
    Trips of(String target, Climb climb) {
        var climbs = recent.computeIfAbsent(target, key -> new ArrayDeque<>());
        if (!climb.result().passed()) {
            climbs.clear();
            return null;
        }
        if (climbs.isEmpty() || !at(climbs.getLast()).equals(at(climb))) {
            climbs.addLast(climb);
        }
        while (climbs.size() > LOOKS) {
            climbs.removeFirst();
        }
        return climbs.size() < FEWEST ? null : trips(target, climbs);
    }

    private Trips trips(String target, Deque<Climb> climbs) {
        var floor = floor(climbs);
        var even = new ArrayList<Double>();
        int stalled = 0;
        for (var climb : climbs) {
            if (stalls(climb.result(), floor)) {
                stalled++;
            } else {
                even.add(climb.result().total().toNanos() / 1e6);
            }
        }
        var sorted = (even.isEmpty() ? List.of(0.0) : even).stream().sorted().toList();
        int recovered = (int) climbs.stream().filter(Climb::recovered).count();
        return new Trips(
                climbs.size(),
                stalled,
                recovered,
                baselines.read(target + "/climb", "new connection, median", sorted.get(sorted.size() / 2), Unit.MILLIS),
                baselines.read(target + "/climb-slowest", "new connection, slowest", sorted.getLast(), Unit.MILLIS));
    }

    /// The quickest of each step.
    private static Map<Step, Duration> floor(Deque<Climb> climbs) {
        var floor = new EnumMap<Step, Duration>(Step.class);
        for (var climb : climbs) {
            for (var step : climb.result().steps()) {
                if (step instanceof Passed passed) {
                    floor.merge(passed.step(), passed.took(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
                }
            }
        }
        return floor;
    }

    private static boolean stalls(LadderResult result, Map<Step, Duration> floor) {
        return result.steps().stream()
                .filter(Passed.class::isInstance)
                .map(Passed.class::cast)
                .anyMatch(passed -> passed.took()
                                .minus(floor.getOrDefault(passed.step(), Duration.ZERO))
                                .compareTo(STALL)
                        >= 0);
    }

    private static Instant at(Climb climb) {
        return climb.result().at();
    }
}
