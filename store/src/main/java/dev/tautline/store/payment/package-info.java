/// The port to a payment provider, and the states of a payment. No card data: only a token that the provider issued.
@NullMarked
package dev.tautline.store.payment;

import org.jspecify.annotations.NullMarked;
