package dev.tautline.published;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One incident as the guard's HTTP API tells it: the part by which a guard is judged.
public record GuardIncident(
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
    public record Cause(String id, String title, String subject, String statement, List<String> evidence, String fix) {}

    public record RuledOut(String id, String title, List<String> evidence) {}

    public record Undecided(String id, String title, String why) {}

    public record Impact(double shareOfVisitors, double shareOfRequests) {}
}
