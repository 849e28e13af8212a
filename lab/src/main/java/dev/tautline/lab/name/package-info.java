/// Names that several JVMs resolve alike and that a test can move to another address while they run.
@NullMarked
package dev.tautline.lab.name;

import org.jspecify.annotations.NullMarked;
