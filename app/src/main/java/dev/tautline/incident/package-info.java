/// Incidents: opened at detection, one at a time with the symptoms under it, closed only on positive evidence; their
/// timeline, their impact, and the postmortem drafted from them.
@NullMarked
package dev.tautline.incident;

import org.jspecify.annotations.NullMarked;
