/// Money in minor units and the sums of an order. Pure: no clock, no database, no request.
@NullMarked
package dev.tautline.store.pricing;

import org.jspecify.annotations.NullMarked;
