/// Puts the real thing on its feet: PostgreSQL nodes behind proxies and published names, the shop, its payment
/// provider and the guard, each as a process of its own. Everything closes in the reverse order of its start.
@NullMarked
package dev.tautline.stage;

import org.jspecify.annotations.NullMarked;
