/// The ladder: opens one connection to a PostgreSQL server step by step, each step on the evidence of the one before,
/// and says which layer is at fault, why, who can mend it and what to type next.
@NullMarked
package dev.tautline.probe;

import org.jspecify.annotations.NullMarked;
