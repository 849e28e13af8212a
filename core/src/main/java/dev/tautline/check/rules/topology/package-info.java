/// Rules about which of several servers a client reaches.
@NullMarked
package dev.tautline.check.rules.topology;

import org.jspecify.annotations.NullMarked;
