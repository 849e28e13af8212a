/// Watching: one lane per source on its own virtual thread, each second a scene of everything that the lanes brought,
/// judged and handed to the incident desk.
@NullMarked
package dev.tautline.watch;

import org.jspecify.annotations.NullMarked;
