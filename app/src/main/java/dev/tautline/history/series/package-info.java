/// What the charts remember: the values of each second around changes and incidents, roll-ups beyond, changes and
/// effective settings, in one SQLite file beside the history's. Losing it costs charts, never an incident.
@NullMarked
package dev.tautline.history.series;

import org.jspecify.annotations.NullMarked;
