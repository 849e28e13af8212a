/// Lines of a server's log in the three formats that its collector writes, and which of them refuse a log-in. Of a line
/// nothing is kept but who was refused and why. Pure.
@NullMarked
package dev.tautline.watch.server.log;

import org.jspecify.annotations.NullMarked;
