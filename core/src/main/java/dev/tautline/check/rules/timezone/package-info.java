/// Rules about time zones.
@NullMarked
package dev.tautline.check.rules.timezone;

import org.jspecify.annotations.NullMarked;
