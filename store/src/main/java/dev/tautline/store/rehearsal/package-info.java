/// Mistakes that the shop makes on purpose, for rehearsals of outages: only where they were switched on, and never by
/// default.
@NullMarked
package dev.tautline.store.rehearsal;

import org.jspecify.annotations.NullMarked;
