/// Rules that add up what all clients take from one server.
@NullMarked
package dev.tautline.check.rules.capacity;

import org.jspecify.annotations.NullMarked;
