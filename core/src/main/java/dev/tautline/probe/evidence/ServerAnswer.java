package dev.tautline.probe.evidence;

import java.time.Duration;
import java.time.Instant;

/// What the server said about itself, and how fast.
///
/// @param version `server_version`, for example `18.6`
/// @param startedAt `pg_postmaster_start_time()`
/// @param clockSkew the server's clock minus ours, good to half a round trip
/// @param roundTripMedian of a few `SELECT 1`
/// @param roundTripMinimum of the same; grows only when the path or the server's floor grows, not with jitter
public record ServerAnswer(
        String version, Instant startedAt, Duration clockSkew, Duration roundTripMedian, Duration roundTripMinimum)
        implements Evidence {
    @Override
    public String words() {
        return "PostgreSQL " + version + ", round trip " + micros(roundTripMedian) + " µs (minimum "
                + micros(roundTripMinimum) + "), up since " + startedAt + ", clock skew " + clockSkew.toMillis()
                + " ms";
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
