package dev.tautline.incident;

import dev.tautline.agent.AgentReport;
import dev.tautline.agent.AgentReport.RequestSecond;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts each reported second of requests once, so that an incident's impact can be summed from its onset on.
/// Not thread-safe: the watch's own thread uses it.
public final class ImpactMeter {
    /// An incident that lasts longer is counted by its last hour.
    private static final long KEPT_SECONDS = 3600;

    private final Map<String, TreeMap<Long, RequestSecond>> seconds = new HashMap<>();
    private Map<String, AgentReport> latest = Map.of();

    /// Takes in what the agents say now; a second that was reported before is replaced, not added.
    public void take(Map<String, AgentReport> reports) {
        latest = Map.copyOf(reports);
        reports.forEach((instance, report) -> {
            var kept = seconds.computeIfAbsent(instance, key -> new TreeMap<>());
            report.requests().forEach(second -> kept.put(second.epochSecond(), second));
            kept.headMap(report.at().getEpochSecond() - KEPT_SECONDS).clear();
        });
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
                        .sum());
    }

    private static int affected(AgentReport report, Instant onset) {
        long seconds = report.at().getEpochSecond() - onset.getEpochSecond() + 1;
        return report.visitors().affectedWithin(seconds);
    }
}
