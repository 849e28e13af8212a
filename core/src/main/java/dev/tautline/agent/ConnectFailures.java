package dev.tautline.agent;

import dev.tautline.agent.AgentReport.ConnectFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The failed connects of the last minute. Keeps at most `LIMIT`: beyond it the oldest are forgotten, and the counts
/// are lower bounds. HikariCP backs off between attempts, so one pool stays far below. Thread-safe.
final class ConnectFailures {
    static final int LIMIT = 1_000;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Deque<Attempt> attempts = new ArrayDeque<>();
    private final AgentClock clock;

    ConnectFailures(AgentClock clock) {
        this.clock = clock;
    }

    synchronized void add(FailedConnect failure) {
        if (attempts.size() == LIMIT) {
            attempts.removeFirst();
        }
        attempts.addLast(new Attempt(clock.now(), failure));
    }

    synchronized List<ConnectFailure> lastMinute() {
        Instant now = clock.now();
        Instant oldest = now.minus(WINDOW);
        // What has not happened yet is of before the wall clock was set back: nobody knows how long ago that was.
        attempts.removeIf(attempt -> attempt.at.isBefore(oldest) || attempt.at.isAfter(now));
        Map<Kind, List<Attempt>> byKind = new LinkedHashMap<>();
        for (Attempt attempt : attempts) {
            byKind.computeIfAbsent(Kind.of(attempt.failure), kind -> new ArrayList<>())
                    .add(attempt);
        }
        return byKind.values().stream().map(ConnectFailures::grouped).toList();
    }

    private static ConnectFailure grouped(List<Attempt> alike) {
        Attempt last = alike.getLast();
        return new ConnectFailure(
                last.failure.host(),
                last.failure.step(),
                last.failure.sqlState(),
                last.failure.message(),
                alike.size(),
                alike.getFirst().at,
                last.at);
    }

    private record Attempt(Instant at, FailedConnect failure) {}

    private record Kind(String host, String step, String sqlState) {
        static Kind of(FailedConnect failure) {
            return new Kind(failure.host(), failure.step(), failure.sqlState());
        }
    }
}
