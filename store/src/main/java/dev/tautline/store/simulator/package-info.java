/// A payment provider to practise with, as its own process: it declines, dawdles, breaks and forgets to answer on
/// request, and keeps a ledger that a checker can compare with the shop's orders.
@NullMarked
package dev.tautline.store.simulator;

import org.jspecify.annotations.NullMarked;
