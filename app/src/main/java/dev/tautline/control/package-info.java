/// How a person's commands reach the guard that runs: over its loopback API, with a token that only who may read the
/// guard's own folder knows.
@NullMarked
package dev.tautline.control;

import org.jspecify.annotations.NullMarked;
