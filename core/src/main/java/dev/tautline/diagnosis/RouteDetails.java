package dev.tautline.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What several climbs of one route and the guard's standing connection show together.
///
/// @param failingSince when the first of the climbs began that have failed without a break; null while they
///     pass
/// @param standingAnsweredAt when the server last answered over the connection that the guard keeps; null when
///     it never did, or where that connection was only opened after failingSince
/// @param standingFails the last question over that connection, or the attempt to open it anew, failed
/// @param resolve time that the name took to resolve
/// @param trips how evenly the last climbs went; null until there were a few
/// @param transfer time for an answer of many bytes, beyond the round trip; null until it was tried
/// @param others what happened at the other addresses of the name, as far as they were tried
/// @param destination where the ladder ended when it was last climbed to the top; null when it never was
public record RouteDetails(
        @Nullable Instant failingSince,
        @Nullable Instant standingAnsweredAt,
        boolean standingFails,
        @Nullable Reading resolve,
        @Nullable Trips trips,
        @Nullable Reading transfer,
        List<OtherAddress> others,
        @Nullable Destination destination) {
    public static final RouteDetails NONE = new RouteDetails(null, null, false, null, null, null, List.of());

    public RouteDetails {
        others = List.copyOf(others);
    }

    /// A route that has not been climbed to its top yet.
    public RouteDetails(
            @Nullable Instant failingSince,
            @Nullable Instant standingAnsweredAt,
            boolean standingFails,
            @Nullable Reading resolve,
            @Nullable Trips trips,
            @Nullable Reading transfer,
            List<OtherAddress> others) {
        this(failingSince, standingAnsweredAt, standingFails, resolve, trips, transfer, others, null);
    }

    /// The same, and where the route led.
    public RouteDetails leadingTo(@Nullable Destination where) {
        return new RouteDetails(
                failingSince, standingAnsweredAt, standingFails, resolve, trips, transfer, others, where);
    }

    /// The last climbs of a route.
    ///
    /// @param stalled those in which one step took at least 180 ms longer than usual: a lost packet is sent
    ///     again after 200 ms or more (RTO_MIN of Linux's TCP)
    /// @param recovered those that failed at first and passed when they were tried again at once
    /// @param typical the median climb
    /// @param slowest the slowest one that was not stalled
    public record Trips(int climbs, int stalled, int recovered, Reading typical, Reading slowest) {}

    /// One more address of the name, and what happened there.
    public record OtherAddress(String address, boolean answers, String evidence) {}

    /// A climb that the outage met half-way began before it: an answer as old as that proves nothing.
    private static final Duration HALF_WAY = Duration.ofMillis(500);

    /// New connections fail, and the connection that was open before still gets answers.
    public boolean establishedGoesOn() {
        return failingSince != null
                && !standingFails
                && standingAnsweredAt != null
                && standingAnsweredAt.isAfter(failingSince.plus(HALF_WAY));
    }

    /// New connections fail, and the one that was open before has fallen silent, too.
    public boolean establishedFails() {
        return failingSince != null && standingFails;
    }
}
