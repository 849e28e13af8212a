/// The catalogue of causes, one class each: what supports it, what refutes it, whose it is, what mends it.
@NullMarked
package dev.tautline.diagnosis.hypothesis;

import org.jspecify.annotations.NullMarked;
