/// Every diagnosis of the ladder, provoked: on real PostgreSQL servers, a real PgBouncer, real sockets, in network
/// namespaces; and, for the few that cannot be had here, with the words that servers were heard to say.
@NullMarked
package dev.tautline.provocation;

import org.jspecify.annotations.NullMarked;
