/// The taut program's commands: options in, one call, a renderer, an exit code.
@NullMarked
package dev.tautline.cli;

import org.jspecify.annotations.NullMarked;
