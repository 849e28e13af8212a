/// Waking people: what is told of an incident, to whom, over which channel, and again until it is taken.
@NullMarked
package dev.tautline.alert;

import org.jspecify.annotations.NullMarked;
