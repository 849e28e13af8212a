/// The lines to PostgreSQL: the pool for buying, the optional pool for browsing, and transactions that are tried again
/// when the database asks for it.
@NullMarked
package dev.tautline.store.database;

import org.jspecify.annotations.NullMarked;
