package dev.tautline.replay;

import java.time.Duration;

/// How the outage went when it happened, from its postmortem. Times count from the first alert: when it began before
/// that, nobody could tell.
///
/// @param usersHit share of the users, 0 to 1
public record History(String date, Duration causeNamed, Duration resolved, double usersHit) {}
