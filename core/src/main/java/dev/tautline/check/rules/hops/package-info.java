/// Rules about proxies and balancers on the way, and about how long they keep a silent connection.
@NullMarked
package dev.tautline.check.rules.hops;

import org.jspecify.annotations.NullMarked;
