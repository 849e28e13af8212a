/// What to connect to: a URL and what completes it (services, environment, password files), what is expected of the
/// server behind it, and probing many of them side by side.
@NullMarked
package dev.tautline.targets;

import org.jspecify.annotations.NullMarked;
