/// Open-loop load: arrivals come at their rate whether or not earlier ones have been answered, as shoppers
/// do, and a latency counts from when its arrival was due, so that a stall is not hidden by the requests it
/// kept from being sent.
@NullMarked
package dev.tautline.lab.load;

import org.jspecify.annotations.NullMarked;
