/// Chandlery, a ship chandler's shop.
@NullMarked
package dev.tautline.store;

import org.jspecify.annotations.NullMarked;
