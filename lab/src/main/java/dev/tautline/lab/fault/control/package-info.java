/// What looks like a fault of the database and is none: a watcher must not blame the database for it.
@NullMarked
package dev.tautline.lab.fault.control;

import org.jspecify.annotations.NullMarked;
