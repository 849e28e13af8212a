package dev.tautline.postmortem;

import dev.tautline.history.series.Line;

/// One recorded series around an incident.
///
/// @param title what it shows, for people
/// @param unit `ms`, `%`, `/s` or nothing
/// @param factor what the recorded value is multiplied by to be in the unit
public record Curve(String title, String unit, double factor, Line line) {}
