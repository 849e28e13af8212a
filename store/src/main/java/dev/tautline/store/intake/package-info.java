/// Orders that arrive while the database is away: written down on this instance's own disk before the customer is told,
/// and placed when the database is back.
@NullMarked
package dev.tautline.store.intake;

import org.jspecify.annotations.NullMarked;
