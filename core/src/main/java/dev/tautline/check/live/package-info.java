/// The catalogue of rules asked about servers that run: what files say of clients, and what servers say of themselves,
/// in one link.
@NullMarked
package dev.tautline.check.live;

import org.jspecify.annotations.NullMarked;
