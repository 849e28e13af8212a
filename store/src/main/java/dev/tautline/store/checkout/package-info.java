/// From basket to order: address, shipping, review, place. And the settling of payments, by whoever comes first:
/// the customer's own request or the janitor.
@NullMarked
package dev.tautline.store.checkout;

import org.jspecify.annotations.NullMarked;
