package dev.tautline.incident;

import dev.tautline.agent.AgentReport;
import dev.tautline.agent.AgentReport.RequestSecond;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Counts each reported second of requests once, so that an incident's impact can be summed from its onset on.
/// Not thread-safe: the watch's own thread uses it.
public final class ImpactMeter {
    /// An incident that lasts longer is counted by its last hour.
    private static final long KEPT_SECONDS = 3600;

    /// An agent's clock may be off by so much without being another one.
    private static final long SAME_CLOCK_SECONDS = 5;

    private final Map<String, TreeMap<Long, RequestSecond>> seconds = new HashMap<>();
    private OutcomeMeter outcomes = new OutcomeMeter();
    private final Map<String, Long> aheadSeconds = new HashMap<>();
    private Map<String, AgentReport> latest = Map.of();
    private Instant takenAt = Instant.EPOCH;

    /// Takes in what the agents say now; a second that was reported before is replaced, not added. Seconds are counted
    /// by the guard's clock, whatever an agent's says.
    public void take(Map<String, AgentReport> reports, Instant now) {
        latest = Map.copyOf(reports);
        takenAt = now;
        reports.forEach((instance, report) -> {
            var kept = seconds.computeIfAbsent(instance, key -> new TreeMap<>());
            long ahead = ahead(instance, report, now);
            report.requests().forEach(second -> kept.put(second.epochSecond() - ahead, second));
            long oldest = now.getEpochSecond() - KEPT_SECONDS;
            kept.headMap(oldest).clear();
            outcomes.take(instance, report.outcomes(), ahead, oldest);
        });
    }

    /// By how much an agent's clock is ahead: the same number until that clock is set, or seconds would count twice.
    private long ahead(String instance, AgentReport report, Instant now) {
        long present = report.at().getEpochSecond() - now.getEpochSecond();
        long known = aheadSeconds.getOrDefault(instance, 0L);
        if (Math.abs(present - known) <= SAME_CLOCK_SECONDS) {
            return known;
        }
        aheadSeconds.put(instance, present);
        return present;
    }

    /// The same counts of some instances only.
    ImpactMeter only(Predicate<String> instance) {
        var part = new ImpactMeter();
        part.takenAt = takenAt;
        seconds.forEach((name, kept) -> {
            if (instance.test(name)) {
                part.seconds.put(name, kept);
            }
        });
        part.latest = latest.entrySet().stream()
                .filter(entry -> instance.test(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        part.outcomes = outcomes.only(instance);
        return part;
    }

    /// Requests since `onset`; visitors of the last minute, and those of them who were affected since `onset`.
    Impact since(Instant onset) {
        List<RequestSecond> counted = seconds.values().stream()
                .flatMap(kept -> kept.tailMap(onset.getEpochSecond()).values().stream())
                .toList();
        return new Impact(
                counted.stream().mapToLong(RequestSecond::requests).sum(),
                counted.stream().mapToLong(RequestSecond::errors).sum(),
                counted.stream().mapToLong(RequestSecond::slow).sum(),
                latest.values().stream()
                        .mapToInt(report -> report.visitors().seen())
                        .sum(),
                latest.values().stream()
                        .mapToInt(report -> affected(report, onset))
                        .sum(),
                outcomes.since(onset));
    }

    private int affected(AgentReport report, Instant onset) {
        long seconds = takenAt.getEpochSecond() - onset.getEpochSecond() + 1;
        return report.visitors().affectedWithin(seconds);
    }
}
