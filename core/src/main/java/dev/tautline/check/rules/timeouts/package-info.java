/// Rules about how long a client waits for the network before it gives up.
@NullMarked
package dev.tautline.check.rules.timeouts;

import org.jspecify.annotations.NullMarked;
