/// Promotion codes: what they take off is in `pricing`; here is which of them hold, who uses one up, and the visitor's
/// own in its cookie.
@NullMarked
package dev.tautline.store.promo;

import org.jspecify.annotations.NullMarked;
