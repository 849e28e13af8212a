/// Faults of what names stand for: wrong, stale, flapping, slow and failing answers.
@NullMarked
package dev.tautline.lab.fault.name;

import org.jspecify.annotations.NullMarked;
