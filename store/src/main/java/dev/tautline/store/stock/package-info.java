/// The shelf: holds for orders that are being paid, claims when they are, releases when they are not.
@NullMarked
package dev.tautline.store.stock;

import org.jspecify.annotations.NullMarked;
