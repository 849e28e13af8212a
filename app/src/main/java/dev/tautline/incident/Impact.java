package dev.tautline.incident;

/// Whom an incident hit. Requests are counted from its onset; visitors are those of the worst minute.
///
/// @param failed requests that ended in an error
/// @param slow requests that took longer than the agent's limit
public record Impact(long requests, long failed, long slow, int visitorsSeen, int visitorsAffected) {
    public static final Impact NONE = new Impact(0, 0, 0, 0, 0);

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
                later.visitorsAffected);
    }

    /// The later counts with the worse of the two minutes.
    Impact worst(Impact later) {
        boolean worse = later.shareOfVisitors() > shareOfVisitors();
        return new Impact(
                later.requests,
                later.failed,
                later.slow,
                worse ? later.visitorsSeen : visitorsSeen,
                worse ? later.visitorsAffected : visitorsAffected);
    }
}
