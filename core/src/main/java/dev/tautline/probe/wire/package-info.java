/// PostgreSQL's messages and the sockets that carry them, as far as the driver does not show them: the start-up, the
/// server's first answers, and a socket that hands an open conversation over to the driver.
@NullMarked
package dev.tautline.probe.wire;

import org.jspecify.annotations.NullMarked;
