/// Game days: a fault strikes what `taut up` has started, a person guesses the cause from what the monitoring shows,
/// and
/// both the person and the guard are compared with the truth. Runs in the process of the stage and reads the guard as
/// everybody else does; the guard sees nothing of it.
@NullMarked
package dev.tautline.gameday;

import org.jspecify.annotations.NullMarked;
