package dev.tautline.incident;

import java.util.LinkedHashMap;
import java.util.List;

/// Whom an incident hit. Requests are counted from its onset; visitors are those of the worst minute.
///
/// @param failed requests that ended in an error
/// @param slow requests that took longer than the agent's limit
/// @param shortfalls of what the business lives on; empty when no agent tells, or what is usual is not known
public record Impact(
        long requests, long failed, long slow, int visitorsSeen, int visitorsAffected, List<Shortfall> shortfalls) {
    public static final Impact NONE = new Impact(0, 0, 0, 0, 0);

    public Impact {
        // One that an earlier version wrote has none.
        shortfalls = shortfalls == null ? List.of() : List.copyOf(shortfalls);
    }

    /// Nobody tells what the business got.
    public Impact(long requests, long failed, long slow, int visitorsSeen, int visitorsAffected) {
        this(requests, failed, slow, visitorsSeen, visitorsAffected, List.of());
    }

    /// Of what the business lives on and usually gets, the largest part that it did not get, 0 to 1.
    public double shareOfOutcomes() {
        return shortfalls.stream().mapToDouble(Shortfall::share).max().orElse(0);
    }

    /// 0 to 1; 0 when no visitor was seen.
    public double shareOfVisitors() {
        return visitorsSeen == 0 ? 0 : (double) visitorsAffected / visitorsSeen;
    }

    /// Failed or slow requests, 0 to 1; 0 when there was no request.
    public double shareOfRequests() {
        return requests == 0 ? 0 : (double) Math.min(requests, failed + slow) / requests;
    }

    /// These counts and later ones that do not overlap; the minute is the later one's.
    Impact plus(Impact later) {
        return new Impact(
                requests + later.requests,
                failed + later.failed,
                slow + later.slow,
                later.visitorsSeen,
                later.visitorsAffected,
                sum(later.shortfalls));
    }

    private List<Shortfall> sum(List<Shortfall> later) {
        var all = new LinkedHashMap<String, Shortfall>();
        shortfalls.forEach(one -> all.put(one.what(), one));
        later.forEach(one -> all.merge(one.what(), one, Shortfall::plus));
        return List.copyOf(all.values());
    }

    /// The later counts with the worse of the two minutes. What was usual an hour ago may be known no more.
    Impact worst(Impact later) {
        boolean worse = later.shareOfVisitors() > shareOfVisitors();
        return new Impact(
                later.requests,
                later.failed,
                later.slow,
                worse ? later.visitorsSeen : visitorsSeen,
                worse ? later.visitorsAffected : visitorsAffected,
                later.shortfalls.isEmpty() ? shortfalls : later.shortfalls);
    }
}
