/// Benchmarks of whole commands. They are programs, not tests: they depend on the machine.
@NullMarked
package dev.tautline.bench;

import org.jspecify.annotations.NullMarked;
