/// Watchers of others that stand beside the guard on the same faults, started as their makers package them.
@NullMarked
package dev.tautline.scoring.peer;

import org.jspecify.annotations.NullMarked;
