/// Faults of a PgBouncer between clients and server.
@NullMarked
package dev.tautline.lab.fault.pooler;

import org.jspecify.annotations.NullMarked;
