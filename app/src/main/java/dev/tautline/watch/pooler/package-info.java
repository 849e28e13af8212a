/// Looks into the PgBouncer that stands between applications and a server, through its admin console.
@NullMarked
package dev.tautline.watch.pooler;

import org.jspecify.annotations.NullMarked;
