/// The dashboard: the watch's latest second, its last ten minutes and its incidents, over HTTP on loopback, and the
/// page that shows them. Reads only; nothing here can change what is watched.
@NullMarked
package dev.tautline.dashboard;

import org.jspecify.annotations.NullMarked;
