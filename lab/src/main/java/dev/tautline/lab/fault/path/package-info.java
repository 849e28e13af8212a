/// Faults of the way between clients and servers, by the proxy on the route.
@NullMarked
package dev.tautline.lab.fault.path;

import org.jspecify.annotations.NullMarked;
