package dev.tautline.history.series;

import dev.tautline.diagnosis.Change;
import java.util.List;
import java.util.Map;

/// What one second of the watch leaves to the charts.
///
/// @param values by name of series; a series that is silent has none
/// @param changes those of the recent past; each is kept once
/// @param settings what was in force, by subject
/// @param incident whether one is open: its seconds are kept
public record Second(
        long epochSecond,
        Map<String, Double> values,
        List<Change> changes,
        List<Settings> settings,
        boolean incident) {}
