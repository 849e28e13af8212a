package dev.tautline.replay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One incident as the guard's HTTP API tells it: the part that a replay needs.
record GuardIncident(
        String id,
        boolean open,
        Instant onset,
        Instant detectedAt,
        @Nullable Instant namedAt,
        @Nullable Instant resolvedAt,
        @Nullable Cause cause,
        List<RuledOut> ruledOut,
        List<Undecided> undecided,
        Impact impact) {
    record Cause(String id, String title, String subject, String statement, List<String> evidence, String fix) {}

    record RuledOut(String id, String title, List<String> evidence) {}

    record Undecided(String id, String title, String why) {}

    record Impact(double shareOfVisitors, double shareOfRequests) {}
}
