/// People who shop: visits at a rate of their own, with a browser each, whether or not the shop keeps up.
@NullMarked
package dev.tautline.shoppers;

import org.jspecify.annotations.NullMarked;
