package dev.tautline.probe.evidence;

import java.time.Duration;
import java.time.Instant;

/// What the server said about itself, and how fast.
///
/// @param product `PostgreSQL`, or what else speaks its protocol
/// @param version `server_version`, for example `18.6`
/// @param startedAt `pg_postmaster_start_time()`
/// @param clockSkew the server's clock minus ours, as of the quickest round trip
/// @param clockUncertainty how far the skew may be off either way: half that round trip
/// @param roundTripMedian of a few small queries
/// @param roundTripMinimum of the same; grows only when the path or the server's floor grows, not with jitter
public record ServerAnswer(
        String product,
        String version,
        Instant startedAt,
        Duration clockSkew,
        Duration clockUncertainty,
        Duration roundTripMedian,
        Duration roundTripMinimum)
        implements Evidence {
    @Override
    public String words() {
        return product + " " + version + ", round trip " + micros(roundTripMedian) + " µs (minimum "
                + micros(roundTripMinimum) + "), up since " + startedAt + ", clock skew " + clockSkew.toMillis()
                + " ms (± " + (clockUncertainty.toMillis() + 1) + ")";
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
