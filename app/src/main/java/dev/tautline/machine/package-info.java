/// What the operating system tells about the machine that the program runs on.
@NullMarked
package dev.tautline.machine;

import org.jspecify.annotations.NullMarked;
