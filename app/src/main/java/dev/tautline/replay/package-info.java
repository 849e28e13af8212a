/// Replays of real outages: the shop as it was, the fault as it was, and a guard in a process of its own that is told
/// nothing. What it detects and names is held against what was done and against history.
@NullMarked
package dev.tautline.replay;

import org.jspecify.annotations.NullMarked;
