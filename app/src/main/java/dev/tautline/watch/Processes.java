package dev.tautline.watch;

import dev.tautline.agent.AgentReport;
import dev.tautline.agent.AgentReport.ProcessReport;
import dev.tautline.diagnosis.ProcessView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes shares of the running totals of the applications' processes. Not thread-safe.
final class Processes {
    /// Long enough that one collection of a second does not look like a process that does nothing else.
    private static final Duration WINDOW = Duration.ofSeconds(5);

    private record Look(Instant at, ProcessReport process) {}

    private final Map<String, Deque<Look>> recent = new HashMap<>();

    /// @param problem why the agent did not answer the last question; null when it did
    ProcessView view(String instance, AgentReport report, @Nullable String problem) {
        var now = report.process();
        if (now == null) {
            return new ProcessView(0, null, null, null, problem);
        }
        var looks = recent.computeIfAbsent(instance, key -> new ArrayDeque<>());
        if (!looks.isEmpty() && !looks.getLast().at().isBefore(report.at())) {
            // The same report again, or one of a process that was started anew with another clock.
            if (!looks.getLast().at().equals(report.at())) {
                looks.clear();
            }
        }
        if (looks.isEmpty() || looks.getLast().at().isBefore(report.at())) {
            looks.addLast(new Look(report.at(), now));
        }
        while (looks.size() > 2 && looks.getFirst().at().isBefore(report.at().minus(WINDOW))) {
            looks.removeFirst();
        }
        return view(looks.getFirst(), looks.getLast(), problem);
    }

    private static ProcessView view(Look first, Look last, @Nullable String problem) {
        double millis = Duration.between(first.at(), last.at()).toMillis();
        var then = first.process();
        var now = last.process();
        // Totals that shrink are those of another process.
        boolean told = millis > 0
                && now.pauseMillisTotal() >= then.pauseMillisTotal()
                && now.cpuMillisTotal() >= then.cpuMillisTotal();
        return new ProcessView(
                now.requestsInFlight(),
                now.requestThreads(),
                told ? Math.min(1, (now.pauseMillisTotal() - then.pauseMillisTotal()) / millis) : null,
                told && then.cpuMillisTotal() >= 0
                        ? Math.min(
                                1,
                                (now.cpuMillisTotal() - then.cpuMillisTotal()) / millis / Math.max(1, now.processors()))
                        : null,
                problem);
    }
}
