package dev.tautline.alert;

/// How much a receiver is sent at most.
///
/// @param perMinute messages; more wait
/// @param digestFrom so many that are due at once come as one message, where the channel takes that
public record Pace(int perMinute, int digestFrom) {
    /// For people: a phone that rings twenty times in a minute is no longer read.
    public static final Pace FOR_PEOPLE = new Pace(20, 5);

    /// PagerDuty takes 120 events a minute for each key (Events API v2, rate limiting).
    public static final Pace FOR_SERVICES = new Pace(100, Integer.MAX_VALUE);
}
