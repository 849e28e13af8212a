/// A TCP proxy whose faults are switched while connections run, and a balancer made of the same parts.
///
/// ```
/// client ──► Listener ──► admission ──► Relay ─┬─ Pump to upstream ─► (DelayLine) ─► server
///            open,        forward,             └─ Pump to client ◄─── (DelayLine) ◄─ server
///            silent,      hold,
///            closed       reset            all of them read one FaultBoard
/// ```
@NullMarked
package dev.tautline.lab.proxy;

import org.jspecify.annotations.NullMarked;
