/// Rules about how the driver is told what to do.
@NullMarked
package dev.tautline.check.rules.driver;

import org.jspecify.annotations.NullMarked;
