/// What the steps of a climb saw, as plain values: they can be compared, printed and kept, and hold no connection and
/// no secret.
@NullMarked
package dev.tautline.probe.evidence;

import org.jspecify.annotations.NullMarked;
