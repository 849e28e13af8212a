/// What outlives the guard: incidents and what is usual, in one SQLite file that a killed process leaves whole and the
/// next one goes on from.
@NullMarked
package dev.tautline.history;

import org.jspecify.annotations.NullMarked;
