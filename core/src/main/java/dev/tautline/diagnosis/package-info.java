/// From what was observed to a named cause: one scene per second, hypotheses judged on it, the diagnosis with what was
/// ruled out and why. Pure and deterministic: no I/O, no clock, no randomness.
@NullMarked
package dev.tautline.diagnosis;

import org.jspecify.annotations.NullMarked;
