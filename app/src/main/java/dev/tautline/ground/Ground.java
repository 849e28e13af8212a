package dev.tautline.ground;

import java.time.Duration;

/// What stands before the fault comes. Scenarios with equal ground may be run one after another on the same.
///
/// @param standbys beside the primary, 0 to 3
/// @param instances of the shop, 1 to 3
/// @param roundTrip from the shop and the guard to the database
/// @param visits begun each second
/// @param pooler whether a PgBouncer stands before the primary
/// @param tls whether shop and guard reach the database by TLS and verify its certificates; a pooler is reached without
public record Ground(int standbys, int instances, Duration roundTrip, int visits, boolean pooler, boolean tls) {
    /// What holds for what a file leaves out.
    public static final Ground USUAL = new Ground(1, 1, Duration.ofMillis(2), 3, false, false);
}
