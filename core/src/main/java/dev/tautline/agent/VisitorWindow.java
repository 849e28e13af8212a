package dev.tautline.agent;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Who was here in the last 60 seconds, and who of them met an error or a slow answer. Thread-safe.
/// Holds at most `LIMIT` visitors (about 3 MB); beyond that, visitors not yet held are not counted, so `seen` stays at
/// the limit while the share of affected ones remains that of a sample.
final class VisitorWindow {
    static final int SECONDS = 60;
    static final int LIMIT = 50_000;

    private static final long NEVER = Long.MIN_VALUE;

    private final ConcurrentHashMap<Long, Visit> visits = new ConcurrentHashMap<>();
    private final AtomicLong lastPurge = new AtomicLong(NEVER);
    private final AgentClock clock;
    private final int limit;

    VisitorWindow(AgentClock clock, int limit) {
        this.clock = clock;
        this.limit = limit;
    }

    void record(long visitor, boolean affected) {
        long now = clock.epochSecond();
        if (visits.mappingCount() >= limit) {
            purgeOncePerSecond(now);
            if (visits.mappingCount() >= limit && !visits.containsKey(visitor)) {
                return;
            }
        }
        Visit visit = new Visit(now, affected ? now : NEVER);
        visits.merge(visitor, visit, Visit::latest);
    }

    AgentReport.Visitors report() {
        long now = clock.epochSecond();
        purge(now);
        var within = new int[SECONDS];
        visits.forEachValue(Long.MAX_VALUE, visit -> {
            if (visit.lastAffected > now - SECONDS) {
                within[(int) Math.max(0, now - visit.lastAffected)]++;
            }
        });
        Arrays.parallelPrefix(within, Integer::sum);
        var cumulated = Arrays.stream(within).boxed().toList();
        return new AgentReport.Visitors(SECONDS, (int) visits.mappingCount(), cumulated.getLast(), cumulated);
    }

    // A full window is walked at most once per second, whatever the number of new visitors.
    private void purgeOncePerSecond(long now) {
        long last = lastPurge.get();
        if (last < now && lastPurge.compareAndSet(last, now)) {
            purge(now);
        }
    }

    private void purge(long now) {
        // One second ahead may be another thread's; more than that is of before the wall clock was set back.
        visits.values().removeIf(visit -> visit.lastSeen <= now - SECONDS || visit.lastSeen > now + 1);
    }

    private record Visit(long lastSeen, long lastAffected) {
        Visit latest(Visit other) {
            return new Visit(Math.max(lastSeen, other.lastSeen), Math.max(lastAffected, other.lastAffected));
        }
    }
}
